import Bilingual
import GRDB
import Glibc
import LocalFiles

extension ProofRegister {
    /// Copies the register as it is at one moment, while others go on writing to it.
    /// - Returns: the check of the copy.
    /// - Throws: also where the copy does not verify or a file stands there already.
    public func backup(to target: String) throws(InputProblems) -> RegisterVerification {
        guard !FileSystem.exists(target) else { throw InputProblems([.standsInTheWay(target)]) }
        let draft = "\(target).part.\(getpid())"
        defer { Self.remove(draft) }
        let check = try copy(to: draft)
        guard rename(draft, target) == 0 else { throw InputProblems([.unusable(target, POSIXFailure(number: errno))]) }
        return check
    }

    /// Puts a backup in the place of a register, after it was verified.
    /// - Parameters:
    ///   - replaces: whether a register that is there gives way; it is replaced in one transaction of SQLite, so that a
    ///     process that has it open sees the one or the other.
    /// - Returns: the check of the backup; where it has a fault, nothing was changed.
    public static func restore(
        _ backup: String, to path: String, replaces: Bool
    ) throws(InputProblems) -> RegisterVerification {
        let source: ProofRegister
        do {
            source = try open(at: backup, creates: false)
        } catch {
            throw InputProblems([error])
        }
        let check = try source.verify()
        guard check.fault == nil else { return check }
        guard FileSystem.exists(path) else {
            do {
                if let folder = FileSystem.parent(path) { try FileSystem.makeFolders(folder) }
            } catch {
                throw InputProblems([error])
            }
            return try source.backup(to: path)
        }
        guard replaces else { throw InputProblems([.standsInTheWay(path)]) }
        return try source.copy(to: path)
    }

    private func copy(to path: String) throws(InputProblems) -> RegisterVerification {
        do {
            var configuration = Configuration()
            configuration.busyMode = .timeout(30)
            let target = try DatabaseQueue(path: path, configuration: configuration)
            try queue.backup(to: target)
            // One file alone, without a log of SQLite's beside it.
            try target.inDatabase { database in
                try database.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
            }
            let copy = ProofRegister(path: path, queue: target)
            let check = try copy.verify()
            try target.close()
            return check
        } catch let problems as InputProblems {
            throw problems
        } catch {
            throw InputProblems([.unusable(path, error)])
        }
    }

    private static func remove(_ path: String) {
        for ending in ["", "-wal", "-shm", "-journal"] { unlink(path + ending) }
    }

    private struct POSIXFailure: Error, CustomStringConvertible {
        let number: Int32
        var description: String { SystemError.words(number).english }
    }
}
