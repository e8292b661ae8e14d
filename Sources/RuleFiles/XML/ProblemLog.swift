import Bilingual

/// Collects what is wrong, so that it can be reported together.
package struct ProblemLog {
    package private(set) var problems: [InputProblem] = []

    package init() {}

    package mutating func add(_ problem: InputProblem) {
        problems.append(problem)
    }

    package mutating func add(_ more: InputProblems) {
        problems += more.problems
    }

    /// Throws everything collected so far, if anything was.
    package func check() throws(InputProblems) {
        if !problems.isEmpty { throw InputProblems(problems) }
    }

    /// Runs a step; what it throws is collected.
    /// - Returns: nil where it threw.
    package mutating func collect<Value>(_ step: () throws(InputProblem) -> Value) -> Value? {
        do {
            return try step()
        } catch {
            add(error)
            return nil
        }
    }

    /// Runs a step; what it throws is collected.
    /// - Returns: nil where it threw.
    package mutating func collectAll<Value>(_ step: () throws(InputProblems) -> Value) -> Value? {
        do {
            return try step()
        } catch {
            add(error)
            return nil
        }
    }
}
