import Glibc
import OriginModel

extension CalendarDate {
    /// The day it is where the program runs; nil if the system cannot tell.
    static var today: CalendarDate? {
        var now = time(nil)
        var local = tm()
        guard localtime_r(&now, &local) != nil else { return nil }
        return CalendarDate(year: Int(local.tm_year) + 1900, month: Int(local.tm_mon) + 1, day: Int(local.tm_mday))
    }
}
