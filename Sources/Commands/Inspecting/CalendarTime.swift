// A moment as people and programs read it.

import Glibc

/// Moments in UTC, as ISO 8601 writes them.
enum CalendarTime {
  /// `2026-11-20T09:14:00Z`, for seconds since 1970.
  static func utc(_ seconds: Int) -> String {
    var moment = time_t(seconds)
    var parts = tm()
    gmtime_r(&moment, &parts)
    func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let date = "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
    return "\(date)T\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))Z"
  }
}
