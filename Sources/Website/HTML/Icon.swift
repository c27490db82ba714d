/// The icons: grid of 20, drawn inside 2..18, stroke 1.75, round caps and joins, no fill.
/// Drawn for this project; `stroke-width` stands on a shape only where a dot needs more weight.
enum Icon: String, CaseIterable, Sendable {
    case tasks, inbox, folder, dashboard, search, plus, phone, message, whatsapp, connected, offline
    case clock, warning, info, check, ban, file, mail, person, people, lock, law, health, home, edit
    case send, exit, consent, sort, screen, saved, back, mark, flag

    /// The shapes inside the `<svg viewBox="0 0 20 20">`.
    var shapes: StaticString {
        switch self {
        case .tasks:
            #"<path d="M2.5 5.2 4 6.7l2.6-3M2.5 13.2 4 14.7l2.6-3M10 5.5h7.5M10 13.5h7.5"/>"#
        case .inbox:
            #"<path d="m2.5 11 3-7h9l3 7v4.5a1 1 0 0 1-1 1h-13a1 1 0 0 1-1-1zM2.5 11H7a3 3 0 0 0 6 0h4.5"/>"#
        case .folder:
            #"<path d="M2.5 15V5a1 1 0 0 1 1-1h4l2 2.5h7a1 1 0 0 1 1 1V15a1 1 0 0 1-1 1h-13a1 1 0 0 1-1-1z"/>"#
        case .dashboard:
            #"<path d="M3 17h14M5 13V9.5M10 13V3.5M15 13V6.5"/>"#
        case .search:
            #"<circle cx="8.5" cy="8.5" r="5.5"/><path d="m12.7 12.7 4.8 4.8"/>"#
        case .plus:
            #"<path d="M10 3v14M3 10h14"/>"#
        case .phone:
            #"""
            <path d="m6.4 2.8 1.8 4-1.8 1.6a10.4 10.4 0 0 0 5.2 5.2l1.6-1.8 4 1.8v2.3a1.4 1.4 0 0 1-1.5 1.4
            A13.8 13.8 0 0 1 2.7 4.3a1.4 1.4 0 0 1 1.4-1.5z"/>
            """#
        case .message:
            #"<path d="M3 3.5h14V14H8.5L5 17v-3H3z"/>"#
        case .whatsapp:
            #"<path d="m3 17 1-3.4a7.2 7.2 0 1 1 2.6 2.5z"/><path d="M7.4 7.2c0 3 2.3 5.4 5.3 5.4"/>"#
        case .connected:
            #"<circle cx="10" cy="10" r="7"/><path d="m7 10.2 2.2 2.2L13.2 8"/>"#
        case .offline:
            #"<path d="m3 3 14 14M8 6.2A4.6 4.6 0 0 1 14.3 9a3.2 3.2 0 0 1 2.4 5M13.2 15H6.3A3.6 3.6 0 0 1 5.6 8"/>"#
        case .clock:
            #"<circle cx="10" cy="10" r="7"/><path d="M10 6v4.2l2.7 1.6"/>"#
        case .warning:
            #"<path d="m10 3 7.5 13.5h-15zM10 8.4V12M10 14.2h.01"/>"#
        case .info:
            #"<circle cx="10" cy="10" r="7"/><path d="M10 9.6v3.8M10 6.6h.01"/>"#
        case .check:
            #"<path d="m3.5 10.6 4.2 4.2L16.5 5.4"/>"#
        case .ban:
            #"<circle cx="10" cy="10" r="7"/><path d="m5.1 5.1 9.8 9.8"/>"#
        case .file:
            #"<path d="M4.5 17.2V2.8h7l4 4v10.4zM11.5 2.8v4h4M7.5 10.5h5M7.5 13.7h5"/>"#
        case .mail:
            #"<rect x="2.8" y="4.5" width="14.4" height="11" rx="1"/><path d="m3.2 5.5 6.8 5.3 6.8-5.3"/>"#
        case .person:
            #"<circle cx="10" cy="6.4" r="3.5"/><path d="M3.8 17.2a6.2 6.2 0 0 1 12.4 0"/>"#
        case .people:
            #"""
            <circle cx="7.5" cy="6.8" r="3"/>
            <path d="M2.3 16.8a5.2 5.2 0 0 1 10.4 0M13 4a3 3 0 0 1 0 5.6M15 12.2a5.2 5.2 0 0 1 2.7 4.6"/>
            """#
        case .lock:
            #"<rect x="4" y="9" width="12" height="8" rx="1"/><path d="M6.8 9V6a3.2 3.2 0 0 1 6.4 0v3"/>"#
        case .law:
            #"<path d="M10 3v14M6.5 17h7M4 5.5h12M4.6 5.5l-2.2 6h4.4zM15.4 5.5l-2.2 6h4.4z"/>"#
        case .health:
            #"<path d="M7.3 2.8h5.4v4.5h4.5v5.4h-4.5v4.5H7.3v-4.5H2.8V7.3h4.5z"/>"#
        case .home:
            #"<path d="M2.5 9.8 10 3l7.5 6.8M4.8 8v9h10.4V8M8.3 17v-4.5h3.4V17"/>"#
        case .edit:
            #"<path d="m3 17 .8-4 9.4-9.4 3.2 3.2L7 16.2z"/>"#
        case .send:
            #"<path d="M17.3 2.7 2.7 8.6l5.8 2.9 2.9 5.8zM17.3 2.7l-8.8 8.8"/>"#
        case .exit:
            #"<path d="M11.5 6V3h-8v14h8v-3M8 10h9.5M14.3 6.8l3.2 3.2-3.2 3.2"/>"#
        case .consent:
            #"<rect x="4" y="2.8" width="12" height="14.4" rx="1"/><path d="m7.1 10 2.1 2.2L13 8"/>"#
        case .sort:
            #"<path d="M6.5 7.8 10 4.3l3.5 3.5M6.5 12.2l3.5 3.5 3.5-3.5"/>"#
        case .screen:
            #"<rect x="2.5" y="3.5" width="15" height="10.5" rx="1"/><path d="M10 14v3M6.5 17h7"/>"#
        case .saved:
            #"""
            <path d="M6 16a3.7 3.7 0 0 1-.6-7.4 4.9 4.9 0 0 1 9.4.5A3.5 3.5 0 0 1 14.5 16z"/>
            <path d="m7.6 11.5 1.8 1.8 3.1-3.2"/>
            """#
        case .back:
            #"<path d="M16.5 10h-13M8.5 5l-5 5 5 5"/>"#
        case .mark:
            #"<path d="M4.2 15.5v-5a5.8 5.8 0 0 1 11.6 0v5"/><path d="M10 13.8h.01" stroke-width="3.2"/>"#
        case .flag:
            #"<path d="M4.5 17.5V3h11l-2.2 3.8 2.2 3.7h-11"/>"#
        }
    }
}
