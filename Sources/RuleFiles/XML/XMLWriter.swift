/// Writes XML, one element a line, two spaces a level.
package struct XMLWriter {
    package private(set) var text: String
    private var depth = 0

    /// - Parameter schema: path of the schema from the file, for editors.
    package init(schema: String) {
        text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <?xml-model href="\(schema)" schematypens="http://www.w3.org/2001/XMLSchema"?>

            """
    }

    /// The outermost element, with the namespace of rule files.
    package mutating func root(_ name: String, _ attributes: [(String, String)], _ content: (inout XMLWriter) -> Void) {
        element(name, [("xmlns", XMLParser.namespace.description)] + attributes, content)
    }

    package mutating func element(
        _ name: String, _ attributes: [(String, String)] = [], _ content: (inout XMLWriter) -> Void
    ) {
        startLine(name, attributes)
        text += ">\n"
        depth += 1
        content(&self)
        depth -= 1
        indent()
        text += "</\(name)>\n"
    }

    package mutating func element(_ name: String, _ attributes: [(String, String)] = [], text content: String) {
        startLine(name, attributes)
        text += ">\(Self.escaped(content))</\(name)>\n"
    }

    package mutating func element(_ name: String, _ attributes: [(String, String)] = []) {
        startLine(name, attributes)
        text += "/>\n"
    }

    private mutating func startLine(_ name: String, _ attributes: [(String, String)]) {
        indent()
        text += "<\(name)"
        for (name, value) in attributes { text += " \(name)=\"\(Self.escaped(value))\"" }
    }

    private mutating func indent() {
        text += String(repeating: "  ", count: depth)
    }

    private static func escaped(_ text: String) -> String {
        var result = ""
        for character in text.unicodeScalars {
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            default: result.unicodeScalars.append(character)
            }
        }
        return result
    }
}
