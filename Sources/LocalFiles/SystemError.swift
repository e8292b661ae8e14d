import Bilingual
import Glibc

/// What the operating system says of a failure, in both languages.
package enum SystemError {
    /// - Parameter error: a value of `errno`.
    package static func words(_ error: Int32) -> BilingualText {
        switch error {
        case ENOENT: BilingualText(en: "it does not exist", zh: "不存在")
        case EACCES, EPERM: BilingualText(en: "permission denied", zh: "没有权限")
        case EISDIR: BilingualText(en: "it is a folder", zh: "它是一个文件夹")
        case ENOTDIR: BilingualText(en: "part of its path is not a folder", zh: "其路径中有一部分不是文件夹")
        case EEXIST: BilingualText(en: "it exists already", zh: "已经存在")
        case ENOSPC, EDQUOT: BilingualText(en: "the disk is full", zh: "磁盘已满")
        case EROFS: BilingualText(en: "the file system is read-only", zh: "文件系统只读")
        case EMFILE, ENFILE: BilingualText(en: "too many files are open", zh: "打开的文件过多")
        case ENAMETOOLONG: BilingualText(en: "its name is too long", zh: "名称过长")
        case ELOOP: BilingualText(en: "its links lead in a circle", zh: "链接循环")
        case EFBIG: BilingualText(en: "the file may not grow any larger", zh: "文件已达到允许的最大尺寸")
        case EPIPE: BilingualText(en: "nobody reads it any more", zh: "读取方已关闭")
        case ETXTBSY, EBUSY: BilingualText(en: "it is in use", zh: "正在使用中")
        case EIO: BilingualText(en: "the device failed", zh: "设备读写出错")
        default: BilingualText(en: String(cString: strerror(error)), zh: "系统错误\(error)")
        }
    }
}
