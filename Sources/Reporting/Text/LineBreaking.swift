extension String {
    /// The text in lines of at most `width` columns, broken at spaces and between Chinese characters, never before a
    /// closing or after an opening punctuation mark; a word wider than a line is cut.
    func wrapped(toWidth width: Int) -> [String] {
        let width = Swift.max(width, 8)
        guard displayWidth > width else { return [self] }
        var lines: [String] = []
        var line = ""
        var used = 0
        for piece in breakablePieces {
            let visible = piece.trimmingTrailingSpaces
            if used > 0, used + visible.displayWidth > width {
                lines.append(line.trimmingTrailingSpaces)
                line = ""
                used = 0
            }
            for part in piece.cut(toWidth: width) {
                if used > 0, used + part.trimmingTrailingSpaces.displayWidth > width {
                    lines.append(line.trimmingTrailingSpaces)
                    line = ""
                    used = 0
                }
                line += part
                used += part.displayWidth
            }
        }
        if !line.isEmpty { lines.append(line.trimmingTrailingSpaces) }
        return lines
    }

    /// Parts after each of which a line may end; spaces stay behind the word they follow.
    private var breakablePieces: [String] {
        var pieces: [String] = []
        var piece = ""
        for character in self {
            if let last = piece.last, Self.mayBreak(between: last, and: character) {
                pieces.append(piece)
                piece = ""
            }
            piece.append(character)
        }
        if !piece.isEmpty { pieces.append(piece) }
        return pieces
    }

    private static func mayBreak(between left: Character, and right: Character) -> Bool {
        if right == " " { return false }
        if left == " " { return true }
        guard left.displayWidth == 2 || right.displayWidth == 2 else { return false }
        return !"，。；：、？！）》”’％%".contains(right) && !"（《“‘".contains(left)
    }

    private var trimmingTrailingSpaces: String {
        var text = self[...]
        while text.last == " " { text.removeLast() }
        return String(text)
    }

    private func cut(toWidth width: Int) -> [String] {
        guard trimmingTrailingSpaces.displayWidth > width else { return [self] }
        var parts = [""]
        var used = 0
        for character in self {
            if used + character.displayWidth > width {
                parts.append("")
                used = 0
            }
            parts[parts.count - 1].append(character)
            used += character.displayWidth
        }
        return parts
    }
}
