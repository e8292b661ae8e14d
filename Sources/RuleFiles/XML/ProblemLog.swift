import Bilingual

/// Collects what is wrong, so that it can be reported together.
struct ProblemLog {
    private(set) var problems: [InputProblem] = []

    mutating func add(_ problem: InputProblem) {
        problems.append(problem)
    }

    mutating func add(_ more: InputProblems) {
        problems += more.problems
    }

    /// Throws everything collected so far, if anything was.
    func check() throws(InputProblems) {
        if !problems.isEmpty { throw InputProblems(problems) }
    }

    /// Runs a step; what it throws is collected.
    /// - Returns: nil where it threw.
    mutating func collect<Value>(_ step: () throws(InputProblem) -> Value) -> Value? {
        do {
            return try step()
        } catch {
            add(error)
            return nil
        }
    }

    /// Runs a step; what it throws is collected.
    /// - Returns: nil where it threw.
    mutating func collectAll<Value>(_ step: () throws(InputProblems) -> Value) -> Value? {
        do {
            return try step()
        } catch {
            add(error)
            return nil
        }
    }
}
