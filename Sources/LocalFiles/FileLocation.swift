import Glibc

/// Where a file lies, however its name is spelled: links are followed, and of a file that is not there yet the folder is
/// asked.
package struct FileLocation: Sendable, Hashable {
    private let device: UInt64
    /// Of the file, or of its folder as long as it is not there.
    private let inode: UInt64
    /// In its folder as long as it is not there; empty afterwards.
    private let name: String

    /// nil for a terminal, a pipe or a device, where nothing is written over, and where there is no such folder.
    package init?(_ path: String) {
        var status = stat()
        if stat(path, &status) == 0 {
            self.init(status)
        } else {
            guard stat(FileSystem.parent(path) ?? ".", &status) == 0 else { return nil }
            self.init(status, name: FileSystem.lastComponent(path))
        }
    }

    /// The same for an open file.
    package init?(descriptor: Int32) {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return nil }
        self.init(status)
    }

    private init?(_ status: stat, name: String = "") {
        guard !name.isEmpty || status.st_mode & S_IFMT == S_IFREG else { return nil }
        device = UInt64(status.st_dev)
        inode = UInt64(status.st_ino)
        self.name = name
    }
}
