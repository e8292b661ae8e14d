import Bilingual
import Typesetting

extension InputProblem {
    /// Why a document could not be printed, and what would help.
    init(_ error: TypesettingError) {
        switch error {
        case .noLibrary:
            self.init(
                place: .wholeFile, code: "print.noLibrary",
                message: BilingualText(
                    en: "the library Pango is not installed, so no PDF can be made", zh: "系统未安装Pango程序库，无法生成PDF"),
                expected: BilingualText(en: "libpangocairo-1.0-0 on Debian", zh: "Debian软件包libpangocairo-1.0-0"))
        case .noFonts:
            self.init(
                place: .wholeFile, code: "print.noFonts",
                message: BilingualText(en: "no font is installed, so no PDF can be made", zh: "系统未安装任何字体，无法生成PDF"),
                expected: .fontWithChinese)
        case .missingCharacters(let characters):
            self.init(
                place: .wholeFile, code: "print.missingCharacters",
                message: BilingualText(
                    en: "no installed font has these characters, which a PDF would show as empty boxes",
                    zh: "已安装的字体均不含下列字符，PDF中将显示为空框"),
                found: characters, expected: .fontWithChinese)
        case .doesNotFit(let place):
            self.init(
                place: .wholeFile, code: "print.doesNotFit",
                message: BilingualText(
                    en: "the text does not fit on the page, even in the smallest type that can be read",
                    zh: "文字过长，以可辨认的最小字号也无法排入页面"),
                found: place, expected: BilingualText(en: "a shorter text", zh: "缩短文字"))
        case .surface(let words):
            self.init(
                place: .wholeFile, code: "print.failed",
                message: BilingualText(en: "the PDF could not be made", zh: "无法生成PDF"), found: words)
        }
    }
}

extension BilingualText {
    fileprivate static let fontWithChinese = BilingualText(
        en: "a font that has them; Noto Sans CJK (fonts-noto-cjk on Debian) has Chinese (see docs/printing.md)",
        zh: "含有这些字符的字体；Noto Sans CJK（Debian软件包fonts-noto-cjk）含中文（见docs/printing.md）")
}
