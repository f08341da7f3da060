/// A day: either a date, or a place relative to an event (`anchor`), which stays symbolic. 缴费次月1日 is `payment` with
/// offset `P1M` and snap `monthStart`.
public struct TimePointValue: Sendable, Hashable {
    /// What a day found by an offset is moved to.
    public enum Snap: String, Sendable, Hashable, CaseIterable {
        /// The first day of its month.
        case monthStart
    }

    /// ISO 8601; an unknown digit is `X` as in EDTF (ISO 8601-2): `2025-10-XX`. Excludes `anchor`.
    public var date: String?
    /// The event that the day hangs on. Excludes `date`.
    public var anchor: AnchorEvent?
    /// ISO 8601 duration from the anchor: `P1D`.
    public var offset: String?
    /// What the day is moved to after the offset.
    public var snap: Snap?
    /// Month and day within the year found by the offset: 次年12月31日 is `P1Y` and `12-31`.
    public var monthDay: String?
    /// The day in the notice's words.
    public var text: String?

    /// Creates a time point from its fields.
    public init(
        date: String? = nil,
        anchor: AnchorEvent? = nil,
        offset: String? = nil,
        snap: Snap? = nil,
        monthDay: String? = nil,
        text: String? = nil
    ) {
        self.date = date
        self.anchor = anchor
        self.offset = offset
        self.snap = snap
        self.monthDay = monthDay
        self.text = text
    }
}
