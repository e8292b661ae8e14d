import Bilingual
import GRDB

extension InputProblem {
    private static func register(
        _ path: String, _ code: String, _ message: BilingualText, found: String? = nil, expected: BilingualText? = nil
    ) -> InputProblem {
        InputProblem(
            file: path, place: .wholeFile, code: "register.\(code)", message: message, found: found, expected: expected)
    }

    static func noRegister(_ path: String) -> InputProblem {
        register(
            path, "missing", BilingualText(en: "there is no register here", zh: "此处没有登记簿"),
            expected: BilingualText(
                en: "--register FILE, or a first proof or profile to begin one with",
                zh: "使用--register FILE指明，或先登记一份证明或出口商资料"))
    }

    static func profileChanged(_ path: String, _ name: String, _ version: Int) -> InputProblem {
        register(
            path, "profileChanged",
            BilingualText(
                en: "somebody else has changed the profile \(name) meanwhile", zh: "档案\(name)同时已被他人修改"),
            found: "\(version)", expected: BilingualText(en: "the same command once more", zh: "重新运行该命令"))
    }

    static func notARegister(_ path: String) -> InputProblem {
        register(
            path, "foreign",
            BilingualText(en: "this SQLite file is not a register of proofs", zh: "该SQLite文件不是原产地证明登记簿"))
    }

    static func newerRegister(_ path: String) -> InputProblem {
        register(
            path, "newer",
            BilingualText(
                en: "this register was written by a newer version of rcep", zh: "该登记簿由更新版本的rcep写成"),
            expected: BilingualText(en: "the newer version of the program", zh: "使用该更新版本的程序"))
    }

    /// What SQLite says of a file it cannot use.
    static func unusable(_ path: String, _ error: any Error) -> InputProblem {
        let said = (error as? DatabaseError).map { $0.message ?? "\($0.resultCode)" } ?? "\(error)"
        switch (error as? DatabaseError)?.resultCode {
        case .SQLITE_NOTADB?:
            return register(
                path, "notSQLite", BilingualText(en: "this file is not a register", zh: "该文件不是登记簿"),
                expected: BilingualText(en: "an SQLite file that rcep has made", zh: "由rcep建立的SQLite文件"))
        case .SQLITE_BUSY?, .SQLITE_LOCKED?:
            return register(
                path, "busy",
                BilingualText(en: "another process has kept the register busy for too long", zh: "另一进程占用登记簿时间过长"))
        case .SQLITE_FULL?:
            return register(path, "full", BilingualText(en: "the disk is full", zh: "磁盘已满"))
        case .SQLITE_READONLY?, .SQLITE_CANTOPEN?, .SQLITE_PERM?:
            return register(
                path, "unwritable",
                BilingualText(en: "the register cannot be opened for writing", zh: "无法以写入方式打开登记簿"))
        default:
            return register(
                path, "damaged", BilingualText(en: "the register cannot be used", zh: "登记簿无法使用"), found: said,
                expected: BilingualText(
                    en: "a sound file: see rcep register verify, or restore a backup",
                    zh: "完好的文件：请运行rcep register verify，或恢复备份"))
        }
    }

    static func brokenHead(_ path: String) -> InputProblem {
        register(
            path, "tampered",
            BilingualText(
                en: "the log does not end where the register says it ends; nothing was written",
                zh: "日志末尾与登记簿所载不符，未写入任何内容"),
            expected: BilingualText(en: "rcep register verify shows where", zh: "运行rcep register verify查看位置"))
    }

    static func missingBytes(_ path: String, _ digest: String) -> InputProblem {
        register(
            path, "tampered", BilingualText(en: "bytes that the log names are gone", zh: "日志所列内容已缺失"),
            found: digest)
    }

    static func unknownNumber(_ path: String, _ number: String) -> InputProblem {
        register(
            path, "unknownNumber",
            BilingualText(en: "the register has no proof of this number", zh: "登记簿中没有该编号的证明"), found: number)
    }

    static func notAllowed(_ path: String, _ number: String, _ state: ProofState, _ wanted: ProofState) -> InputProblem {
        let next = ProofState.allCases.filter { state.next.contains($0) }
        return register(
            path, "transition",
            BilingualText(
                en: "\(number) is \(state.words.english) and cannot become \(wanted.words.english)",
                zh: "\(number)的状态为“\(state.words.chinese)”，不能变为“\(wanted.words.chinese)”"),
            found: state.rawValue,
            expected: next.isEmpty
                ? BilingualText(en: "a new draft", zh: "重新拟稿")
                : BilingualText(
                    en: next.map(\.words.english).joined(separator: ", "),
                    zh: next.map(\.words.chinese).joined(separator: "、")))
    }

    static func dateBefore(_ path: String, _ number: String, _ date: String, _ earlier: String) -> InputProblem {
        register(
            path, "dateOrder",
            BilingualText(
                en: "\(number) cannot be changed for a day before its last change",
                zh: "\(number)的变更日期不得早于其上一次变更"),
            found: date, expected: BilingualText(en: "\(earlier) or later", zh: "\(earlier)或之后"))
    }

    static func sameProof(_ path: String, _ number: String) -> InputProblem {
        register(
            path, "selfSuperseding",
            BilingualText(en: "a proof cannot take its own place", zh: "证明不能取代自身"), found: number)
    }

    static func deadReplacement(_ path: String, _ number: String, _ state: ProofState) -> InputProblem {
        register(
            path, "deadReplacement",
            BilingualText(
                en: "\(number) is \(state.words.english) and cannot take the place of another",
                zh: "\(number)的状态为“\(state.words.chinese)”，不能取代其他证明"),
            found: state.rawValue)
    }

    static func otherExporter(_ path: String, _ number: String, _ owner: String, _ exporter: String) -> InputProblem {
        register(
            path, "otherExporter",
            BilingualText(
                en: "\(number) is of another exporter, and only its own may take its place",
                zh: "\(number)属于其他出口商，只能由该出口商的证明取代"),
            found: exporter, expected: BilingualText(same: owner))
    }

    static func noNumber(_ path: String, _ scheme: NumberScheme, _ exporter: String) -> InputProblem {
        register(
            path, "number",
            BilingualText(
                en: "no number can be formed by \(scheme) for this exporter",
                zh: "无法按\(scheme)为该出口商编号"),
            found: exporter,
            expected: BilingualText(
                en: "a short name of letters, digits, '-', '.', '_', or a scheme without {exporter}",
                zh: "简称仅含字母、数字、“-”“.”“_”，或编号规则不含{exporter}"))
    }

    static func numberTaken(_ path: String, _ number: String) -> InputProblem {
        register(
            path, "numberTaken",
            BilingualText(en: "this number was given before, by another scheme", zh: "该编号已按其他规则使用"),
            found: number,
            expected: BilingualText(en: "a scheme whose numbers differ", zh: "采用不会重复的编号规则"))
    }

    static func noGoods(_ path: String) -> InputProblem {
        register(path, "noGoods", BilingualText(en: "a proof names at least one good", zh: "证明至少应列明一项货物"))
    }

    static func exceeded(_ path: String, original: String, item: String, used: String, wanted: String, available: String)
        -> InputProblem
    {
        register(
            path, "originalExceeded",
            BilingualText(
                en: "item \(item) of original proof \(original): \(used) drawn before and \(wanted) now exceed what it covers (Article 3.19)",
                zh: "原始证明\(original)第\(item)项：此前已用\(used)，本次\(wanted)，合计超过其所列数量（第三章第十九条）"),
            found: wanted, expected: BilingualText(en: "at most \(available) in all", zh: "合计不超过\(available)"))
    }

    static func otherUnit(_ path: String, original: String, item: String, found: String, unit: String) -> InputProblem {
        register(
            path, "originalUnit",
            BilingualText(
                en: "item \(item) of original proof \(original) is counted in another unit",
                zh: "原始证明\(original)第\(item)项的计量单位不同"),
            found: found, expected: BilingualText(same: unit))
    }

    static func validBeyond(_ path: String, _ date: String, _ last: String) -> InputProblem {
        register(
            path, "validBeyondOriginal",
            BilingualText(
                en: "the proof would be valid beyond its original proof (Article 3.19)",
                zh: "该证明的有效期将超过原始证明（第三章第十九条）"),
            found: date, expected: BilingualText(en: "\(last) at the latest", zh: "不晚于\(last)"))
    }

    static func unknownProfile(_ path: String, _ name: String, known: [String]) -> InputProblem {
        register(
            path, "unknownProfile",
            BilingualText(en: "the register has no exporter of this name", zh: "登记簿中没有该出口商"), found: name,
            expected: known.isEmpty
                ? BilingualText(en: "first: rcep register profile add FILE", zh: "先运行：rcep register profile add FILE")
                : BilingualText(
                    en: "one of \(known.joined(separator: ", "))", zh: "\(known.joined(separator: "、"))之一"))
    }

    static func standsInTheWay(_ path: String) -> InputProblem {
        register(
            path, "exists", BilingualText(en: "a file stands here already; it was left as it is", zh: "此处已有文件，未作改动"),
            expected: BilingualText(en: "another name", zh: "其他文件名"))
    }
}

extension ProofState {
    /// In the middle of a sentence.
    public var words: BilingualText {
        switch self {
        case .draft: BilingualText(en: "a draft", zh: "草稿")
        case .signed: BilingualText(en: "signed", zh: "已签字")
        case .sent: BilingualText(en: "sent", zh: "已发出")
        case .withdrawn: BilingualText(en: "withdrawn", zh: "已撤回")
        case .superseded: BilingualText(en: "superseded", zh: "已被取代")
        }
    }
}
