import Bilingual
import HarmonizedSystem
import OriginModel

/// Where a compact line comes from.
@usableFromInline
struct PreparedLine: Sendable {
    /// `30/2`
    @usableFromInline let path: String
    @usableFromInline let level: PreparedLevel
    /// In its level; a material is large, and is looked at where it lies.
    @usableFromInline let index: Int
    /// In the rule set's edition.
    @usableFromInline let codes: PossibleCodes

    @inlinable var place: LinePlace { LinePlace(level: level.place, index: index) }

    @inlinable
    var material: Material {
        @inline(__always) _read { yield level.materials[index] }
    }
}

extension PreparedLine: Hashable {
    @usableFromInline static func == (left: PreparedLine, right: PreparedLine) -> Bool {
        (left.path, left.place, left.codes) == (right.path, right.place, right.codes) && left.material == right.material
    }

    @usableFromInline func hash(into hasher: inout Hasher) {
        hasher.combine(path)
        hasher.combine(place)
        hasher.combine(material)
        hasher.combine(codes)
    }
}

/// A level of the bill of materials: that of the good, or the inputs of a self-produced intermediate. A class, since
/// all its lines refer to it.
@usableFromInline
final class PreparedLevel: Sendable {
    @usableFromInline let materials: [Material]
    /// JSON pointer: `/materials/3/selfProduced/materials`.
    @usableFromInline let place: String

    init(_ materials: [Material], place: String) {
        self.materials = materials
        self.place = place
    }
}

/// A line of a case, for what is found of it to carry on.
@usableFromInline
struct LineReference: Sendable {
    /// Of the case; an array is shared, not copied.
    @usableFromInline let lines: [PreparedLine]
    @usableFromInline let index: Int

    @inlinable
    var line: PreparedLine {
        @inline(__always) _read { yield lines[index] }
    }

    init(_ lines: [PreparedLine], _ index: Int) {
        self.lines = lines
        self.index = index
    }
}

extension LineReference: Hashable {
    @usableFromInline static func == (left: LineReference, right: LineReference) -> Bool { left.line == right.line }

    @usableFromInline func hash(into hasher: inout Hasher) { hasher.combine(line) }
}
