import Bilingual
import Glibc
import LocalFiles
import OriginModel
import ProofRegister

/// A process that issues proofs and prints each number once it is committed; the tests of the register run several at
/// once and kill some.
///
/// usage: IssueProofs REGISTER COUNT
@main
struct IssueProofs {
    static func main() {
        let arguments = CommandLine.arguments
        guard arguments.count == 3, let count = Int(arguments[2]), let proof = proof() else { exit(64) }
        do throws(InputProblems) {
            let register = try opened(arguments[1])
            for _ in 0..<count {
                let issued = try register.issue(proof) { number in
                    [Attachment(role: .proof, name: "proof.json", mediaType: "application/json", bytes: Array(number.utf8))]
                }
                _ = FileSystem.write(issued.number + "\n", to: STDOUT_FILENO)
            }
        } catch {
            for problem in error.problems {
                _ = FileSystem.write("\(problem.code): \(problem.message.english) \(problem.found ?? "")\n", to: STDERR_FILENO)
            }
            exit(65)
        }
    }

    private static func opened(_ path: String) throws(InputProblems) -> ProofRegister {
        do {
            return try ProofRegister.open(at: path)
        } catch {
            throw InputProblems([error])
        }
    }

    private static func proof() -> NewProof? {
        guard let china = CountryCode("CN"), let japan = CountryCode("JP"),
            let drafted = CalendarDate("2026-05-04"), let validUntil = CalendarDate("2027-05-04"),
            let keepUntil = CalendarDate("2029-05-04")
        else { return nil }
        let good = RegisteredGood(
            item: 1, good: "g", description: "Good", hsCode: "620342", criterion: "CTC", countryOfOrigin: "CN",
            quantity: Quantity(amount: ExactDecimal(significand: 1, scale: 0), unit: "pieces"))
        return NewProof(
            kind: .declarationOfOrigin, exporter: "ACME", exporterName: "Acme", exportingParty: china,
            importingParty: japan, drafted: drafted, validUntil: validUntil, keepUntil: keepUntil, goods: [good],
            ruleSet: "r", ruleDigest: "d", programVersion: "0", by: "test")
    }
}
