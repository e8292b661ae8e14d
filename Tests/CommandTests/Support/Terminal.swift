import Foundation
import Glibc
import Testing

/// Runs `rcep` on a pseudo-terminal, as a person would; `output` is what the screen would get, `errors` stays empty.
func rcepOnTerminal(_ arguments: [String], columns: UInt16 = 100, environment: [String: String]) throws -> Run {
    let screen = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    defer { close(screen) }
    let line = try lineOpened(to: screen)
    var size = winsize(ws_row: 40, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    #expect(ioctl(line, UInt(TIOCSWINSZ), &size) == 0)
    let process = Process()
    process.executableURL = Project.program
    process.arguments = arguments
    process.currentDirectoryURL = Project.root
    process.environment = environment
    let handle = FileHandle(fileDescriptor: line, closeOnDealloc: false)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = handle
    process.standardError = handle
    try process.run()
    close(line)
    let shown = everything(on: screen)
    process.waitUntilExit()
    return Run(
        status: process.terminationStatus, output: shown.replacingOccurrences(of: "\r\n", with: "\n"), errors: "")
}

/// The end a program writes to. The Glibc module has no `ptsname`, so the kernel is asked.
private func lineOpened(to screen: Int32) throws -> Int32 {
    let unlock: UInt = 0x4004_5431, number: UInt = 0x8004_5430
    var (locked, index): (Int32, Int32) = (0, -1)
    let isReady = screen >= 0 && ioctl(screen, unlock, &locked) == 0 && ioctl(screen, number, &index) == 0
    try #require(isReady, "no pseudo-terminal")
    let line = open("/dev/pts/\(index)", O_RDWR | O_NOCTTY | O_CLOEXEC)
    try #require(line >= 0, "/dev/pts/\(index) cannot be opened")
    return line
}

/// What is written until the other end is closed, which this end sees as an error.
private func everything(on screen: Int32) -> String {
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 4096)
    while true {
        let count = read(screen, &block, block.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
        bytes += block.prefix(count)
    }
}
