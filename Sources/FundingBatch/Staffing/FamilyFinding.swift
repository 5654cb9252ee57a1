import FundingModel

/// Puts schools into families by a rule.
///
/// A school's family is every school of the file that shares all its traits. Where these are too
/// few, criteria are given up in the rule's order until they are enough or only the sector is left.
struct FamilyFinding {
  private let rule: FamilyRule
  private let traits: [[FamilyCriterion: FamilyTrait]]

  init(_ rows: [StaffingRow], rule: FamilyRule) {
    self.rule = rule
    traits = rows.map { row in
      var found: [FamilyCriterion: FamilyTrait] = [:]
      for criterion in FamilyCriterion.allCases {
        found[criterion] = rule.trait(criterion, of: row)
      }
      return found
    }
  }

  /// The family of a school, and what it had to leave out; nil where its sector isn't known.
  func family(of index: Int) -> (family: SchoolFamily, widenings: [FamilyWidening])? {
    let own = traits[index]
    guard own[.sector] != nil else { return nil }
    var criteria = FamilyCriterion.allCases.filter { own[$0] != nil }
    var widenings = FamilyCriterion.allCases.filter { own[$0] == nil }
      .map { FamilyWidening.unknown($0) }
    var members = sharing(criteria, with: own)
    for criterion in rule.dropped where members.count < rule.smallest {
      guard criteria.contains(criterion) else { continue }
      criteria.removeAll { $0 == criterion }
      widenings.append(.tooFew(criterion))
      members = sharing(criteria, with: own)
    }
    return (
      SchoolFamily(traits: criteria.compactMap { own[$0] }, members: members), widenings
    )
  }

  private func sharing(
    _ criteria: [FamilyCriterion], with own: [FamilyCriterion: FamilyTrait]
  ) -> [Int] {
    traits.indices.filter { other in
      criteria.allSatisfy { traits[other][$0] == own[$0] }
    }
  }
}
