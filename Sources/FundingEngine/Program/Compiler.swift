internal import FundingModel

/// Turns a formula's expressions into a program for one census.
///
/// What is added up over pupils or schools is prepared on the way: an expression's operands are
/// always ready before it.
struct Compiler {
  let formula: Formula
  let year: FundingYear
  /// The rows whose schools are funded or added up.
  let rows: [Int]
  let runRows: [Int]
  /// Whether what needs no data is worked out at once; not where every value is to be shown.
  let folds: Bool
  var program: Program
  private var tables: [Int: LookupTable.Way]
  private var rateTables: [Int: RateTable] = [:]
  private var definitionNodes: [Int: Int32] = [:]

  init(
    _ formula: Formula, year: FundingYear, rows: [Int], runRows: [Int], packed: PackedCensus,
    folds: Bool
  ) {
    self.formula = formula
    self.year = year
    self.rows = rows == runRows ? rows : Set(rows).union(runRows).sorted()
    self.runRows = runRows
    self.folds = folds
    program = Program(packed: packed, rounding: formula.rounding.mode)
    tables = [:]
    for (index, rate) in formula.rates.enumerated() {
      do throws(ArithmeticFailure) {
        if let table = try RateTable(rate, in: year, rounding: formula.rounding) {
          rateTables[index] = table
          tables[index] = .plain
        } else {
          let first = rate.tables.first?.from ?? year
          tables[index] = .begins(.rateBegins(rate: rate.name, first: first, year: year))
        }
      } catch {
        tables[index] = .tooLarge
      }
    }
  }

  /// The node of an amount.
  mutating func node(_ amount: Amount) -> Int32 {
    switch amount {
    case .constant(let value): return add(.constant(value))
    case .field(let reference): return add(field(reference))
    case .rate(let lookup): return rate(lookup)
    case .definition(let index): return definition(index)
    case .negate(let a):
      let x = node(a)
      return add(.negate(x), folding: [x])
    case .sum(let a, let b):
      let (x, y) = (node(a), node(b))
      return add(.sum(x, y), folding: [x, y])
    case .difference(let a, let b):
      let (x, y) = (node(a), node(b))
      return add(.difference(x, y), folding: [x, y])
    case .product(let a, let b):
      let (x, y) = (node(a), node(b))
      return add(.product(x, y), folding: [x, y])
    case .quotient(let a, let b, let place):
      let (x, y) = (node(a), node(b))
      return add(.quotient(x, y, place: self.place(place)), folding: [x, y])
    case .call(let function, let arguments, let place):
      var nodes: [Int32] = []
      for argument in arguments { nodes.append(node(argument)) }
      let first = Int32(program.operands.count)
      program.operands.append(contentsOf: nodes)
      return add(
        .call(function, first: first, count: Int32(nodes.count), place: self.place(place)),
        folding: nodes)
    case .choice(let condition, let a, let b):
      let test = self.test(condition)
      let (x, y) = (node(a), node(b))
      return add(.choice(test: test, x, y))
    case .pupils(let condition):
      return term(.fte, condition, nil, label: ExpressionText.of(amount, in: formula), unit: .pupil)
    case .heads(let condition):
      return term(
        .heads, condition, nil, label: ExpressionText.of(amount, in: formula), unit: .pupil)
    case .sumOverPupils(let x):
      return term(
        .heads, nil, x, label: ExpressionText.of(amount, in: formula),
        unit: formula.unit(of: amount))
    case .meanOverPupils(let x, let place):
      let sum = term(
        .heads, nil, x, label: ExpressionText.of(amount, in: formula),
        unit: formula.unit(of: amount))
      guard case .overPupils(let term) = program.nodes[Int(sum)] else { return sum }
      return add(.mean(term: term, place: self.place(place)))
    case .overAuthority(let x): return total(x, byAuthority: true, of: amount)
    case .overRun(let x): return total(x, byAuthority: false, of: amount)
    }
  }

  /// The test of a condition.
  mutating func test(_ condition: Condition) -> Int32 {
    switch condition {
    case .always(let answer): return add(.always(answer))
    case .flag(let reference): return add(membership(of: reference, in: ["true"]))
    case .among(let reference, let names): return add(membership(of: reference, in: names))
    case .compare(let a, let comparison, let b):
      let (x, y) = (node(a), node(b))
      return add(.compare(x, comparison, y))
    case .within(let a, let low, let high):
      let (x, least, greatest) = (node(a), node(low), node(high))
      return add(.within(x, least, greatest))
    case .and(let a, let b):
      let (x, y) = (test(a), test(b))
      return add(.and(x, y))
    case .or(let a, let b):
      let (x, y) = (test(a), test(b))
      return add(.or(x, y))
    case .not(let a):
      let x = test(a)
      return add(.not(x))
    }
  }

  /// A sum over pupils, prepared for every row.
  mutating func pupilTerm(
    _ weight: PupilTerm.Weight, _ condition: Condition?, _ amount: Amount?, label: String,
    unit: Unit
  ) -> PupilTerm {
    var test: Int32?
    if let condition { test = self.test(condition) }
    var each: Int32?
    if let amount { each = node(amount) }
    return PupilTerm(
      weight, test: test, amount: each, label: label, unit: unit, rows: rows, program: program)
  }

  private mutating func term(
    _ weight: PupilTerm.Weight, _ condition: Condition?, _ amount: Amount?, label: String,
    unit: Unit
  ) -> Int32 {
    let term = pupilTerm(weight, condition, amount, label: label, unit: unit)
    program.terms.append(term)
    return add(.overPupils(term: Int32(program.terms.count - 1)))
  }

  private mutating func total(_ x: Amount, byAuthority: Bool, of amount: Amount) -> Int32 {
    let node = self.node(x)
    let total = SchoolTotal(
      of: node, byAuthority: byAuthority, label: ExpressionText.of(amount, in: formula),
      unit: formula.unit(of: x), runRows: runRows, program: program)
    program.totals.append(total)
    return add(.overSchools(total: Int32(program.totals.count - 1)))
  }

  private mutating func definition(_ index: Int) -> Int32 {
    if let known = definitionNodes[index] { return known }
    let definition = formula.definitions[index]
    let node = self.node(definition.amount)
    if folds, case .constant = program.nodes[Int(node)] { return node }
    program.definitions.append(
      Program.Named(
        name: definition.name, unit: definition.unit, place: definition.place, node: node))
    let result = add(.definition(Int32(program.definitions.count - 1)))
    definitionNodes[index] = result
    return result
  }

  private mutating func field(_ reference: FieldReference) -> Program.Node {
    if reference.level == .school, reference.name == "roll" { return .roll }
    let index = self.reference(reference)
    guard let column = program.packed.column(reference.name, reference.level) else {
      return .absent(reference: index)
    }
    switch reference.level {
    case .pupil: return .pupilNumber(column: Int32(column), reference: index)
    case .school: return .schoolNumber(column: Int32(column), reference: index)
    }
  }

  private mutating func membership(of reference: FieldReference, in names: Set<String>)
    -> Program.Test
  {
    let index = self.reference(reference)
    guard let column = program.packed.column(reference.name, reference.level) else {
      return .absent(reference: index)
    }
    let first = Int32(program.members.count)
    program.members += program.packed.column(column, reference.level).texts.map {
      names.contains($0)
    }
    switch reference.level {
    case .pupil:
      return .pupilMember(column: Int32(column), members: first, reference: index)
    case .school:
      return .schoolMember(column: Int32(column), members: first, reference: index)
    }
  }

  private mutating func rate(_ lookup: RateLookup) -> Int32 {
    var axes: [LookupTable.Axis] = []
    for key in lookup.keys {
      switch key {
      case .fixed(let text): axes.append(.fixed(text))
      case .field(let reference): axes.append(axis(reference))
      case .number(.field(let reference))
      where !(reference.level == .school && reference.name == "roll"):
        axes.append(axis(reference))
      case .number(let amount): axes.append(.computed(node(amount)))
      }
    }
    let table = LookupTable(
      formula.rates[lookup.rate], place: lookup.place, axes: axes, table: rateTables[lookup.rate],
      otherwise: tables[lookup.rate] ?? .plain, columns: program.packed)
    program.lookups.append(table)
    let node = Program.Node.lookup(Int32(program.lookups.count - 1))
    return add(node, folding: table.isFixed ? [] : nil)
  }

  private mutating func axis(_ reference: FieldReference) -> LookupTable.Axis {
    let index = self.reference(reference)
    guard let column = program.packed.column(reference.name, reference.level) else {
      return .absent(reference: index)
    }
    return .column(Int32(column), reference.level, stride: 1, reference: index)
  }

  /// Adds a node; where it needs no data and its operands are constants, its value.
  private mutating func add(_ node: Program.Node, folding operands: [Int32]? = nil) -> Int32 {
    program.nodes.append(node)
    let index = Int32(program.nodes.count - 1)
    guard folds, let operands, operands.allSatisfy({ isConstant($0) }),
      let value = try? program.value(index, Subject(row: 0))
    else { return index }
    program.nodes[Int(index)] = .constant(value)
    return index
  }

  private func isConstant(_ node: Int32) -> Bool {
    if case .constant = program.nodes[Int(node)] { true } else { false }
  }

  private mutating func add(_ test: Program.Test) -> Int32 {
    program.tests.append(test)
    return Int32(program.tests.count - 1)
  }

  private mutating func reference(_ reference: FieldReference) -> Int32 {
    program.references.append(reference)
    return Int32(program.references.count - 1)
  }

  private mutating func place(_ place: Place) -> Int32 {
    program.places.append(place)
    return Int32(program.places.count - 1)
  }
}
