extension Census {
  /// The heads eligible for free school meals by school; nil where the data doesn't say.
  public var eligibleForFreeMeals: [Int64]? {
    guard let meals = pupils.column("fsm") else { return nil }
    return (0..<schools.count).map { row in
      pupils.entries(ofSchool: row).reduce(0) { sum, entry in
        meals[Int(pupils.pupils[entry])] == .flag(true) ? sum + pupils.counts[entry] : sum
      }
    }
  }
}
