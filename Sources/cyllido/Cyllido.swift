import ArgumentParser

@main
struct Cyllido: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Simulates school funding formulae.")
}
