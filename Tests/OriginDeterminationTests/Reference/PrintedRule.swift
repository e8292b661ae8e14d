/// A rule of Annex 3A read word by word from its printed text, knowing nothing of the structured form.
struct PrintedRule {
    enum Alternative: Equatable {
        case whollyObtained
        /// The codes must differ within their first `digits` digits.
        case change(digits: Int, exceptions: [Exception], activeIngredientProviso: Bool)
        /// At least this many percent.
        case valueContent(Int128)
        case reaction
    }

    /// Codes as digits only, of the same length; both ends included.
    struct Exception: Equatable {
        let from: String
        var to: String

        /// Compared as printed digits: the same number of them, in their order.
        func covers(_ subheading: String) -> Bool {
            let start = String(subheading.prefix(from.count))
            return from <= start && start <= to
        }
    }

    /// One numbered part of a split rule, or the whole of any other.
    struct Branch {
        let number: Int?
        let alternatives: [Alternative]
    }

    let branches: [Branch]

    init(_ text: String) {
        let words = text.split(separator: " ").map { $0.hasSuffix(",") ? String($0.dropLast()) : String($0) }
        guard words.first == "1.", let second = words.firstIndex(of: "2.") else {
            branches = [Branch(number: nil, alternatives: Self.alternatives(words))]
            return
        }
        branches = [
            Branch(number: 1, alternatives: Self.alternatives(words[1..<second])),
            Branch(number: 2, alternatives: Self.alternatives(words[(second + 1)...])),
        ]
    }

    /// Everything before "for": what follows is the condition of a split rule.
    private static func alternatives(_ words: some Sequence<String>) -> [Alternative] {
        var found: [Alternative] = []
        var listing = false
        var rangeOpen = false
        for word in words.prefix(while: { $0 != "for" }) {
            if let alternative = alternative(word) {
                found.append(alternative)
                listing = false
            } else if word == "except" {
                listing = true
            } else if word == "provided" {
                found[found.count - 1].addProviso()
                listing = false
            } else if listing, word == "to" {
                rangeOpen = true
            } else if listing, word.allSatisfy({ $0.isNumber || $0 == "." }) {
                found[found.count - 1].addException(word.filter(\.isNumber), closingRange: rangeOpen)
                rangeOpen = false
            }
        }
        return found
    }

    /// The words that open an alternative (headnote 7).
    private static func alternative(_ word: String) -> Alternative? {
        switch word {
        case "WO": .whollyObtained
        case "CC": .change(digits: 2, exceptions: [], activeIngredientProviso: false)
        case "CTH": .change(digits: 4, exceptions: [], activeIngredientProviso: false)
        case "CTSH": .change(digits: 6, exceptions: [], activeIngredientProviso: false)
        case "CR": .reaction
        default: word.hasPrefix("RVC") ? Int128(word.dropFirst(3)).map(Alternative.valueContent) : nil
        }
    }
}

extension PrintedRule.Alternative {
    /// `CTC` and the like, as box 10 of a certificate states it.
    var criterion: String {
        switch self {
        case .whollyObtained: "WO"
        case .change: "CTC"
        case .valueContent: "RVC"
        case .reaction: "CR"
        }
    }

    fileprivate mutating func addException(_ code: String, closingRange: Bool) {
        guard case .change(let digits, var exceptions, let proviso) = self else { return }
        if closingRange, let last = exceptions.indices.last {
            exceptions[last].to = code
        } else {
            exceptions.append(.init(from: code, to: code))
        }
        self = .change(digits: digits, exceptions: exceptions, activeIngredientProviso: proviso)
    }

    fileprivate mutating func addProviso() {
        guard case .change(let digits, let exceptions, _) = self else { return }
        self = .change(digits: digits, exceptions: exceptions, activeIngredientProviso: true)
    }
}
