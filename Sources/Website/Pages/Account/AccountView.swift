import Casework
import Desk

struct AccountView {
    let frame: Frame
    let devices: [Device]
    let factors: FactorFields
    private var words: Words { frame.words }

    var html: HTML {
        Layout(frame: frame).page(
            (factors.notice == nil ? "" : words["form.error-title"]) + words["account.title"],
            """
            \(factors.alert(frame))
            <div class="head"><h1>\(words["account.title"])</h1></div>
            <div class="columns">
            <section class="stack" aria-labelledby="devices">
            <h2 id="devices">\(words["account.devices"])</h2>
            <div class="card"><ul class="rows">\(each: devices.map(row))</ul></div>
            <form method="post" action="\(Path.everywhere)">\(frame.token)\
            <button class="button button-secondary">\(Icon.exit.html)\(words["account.everywhere"])</button></form>
            <p class="meta">\(words["account.everywhere-text"])</p>
            </section>
            \(form)
            </div>
            """)
    }

    private func row(_ device: Device) -> HTML {
        let name = Self.name(device, words)
        let times = words(
            "account.times",
            ["began": frame.when.dayAndTime(device.began), "seen": frame.when.dayAndTime(device.seen)])
        let end: HTML = """
            <form method="post" action="\(Path.device(device.id))">\(frame.token)\
            <button class="link">\(words["account.end"])<span class="unseen"> \(name)</span></button></form>
            """
        return """
            <li class="row"><p><b>\(name)</b>\(device.isThis ? " · \(words["account.this"])" : nil)</p>\
            <p class="meta">\(times)</p>\(device.isThis ? nil : end)</li>
            """
    }

    private static func name(_ device: Device, _ words: Words) -> String {
        switch (device.browser, device.system) {
        case ("", ""): words["account.unknown-device"]
        case (let one, ""), ("", let one): one
        case (let browser, let system): words("account.device", ["browser": browser, "system": system])
        }
    }

    private var form: HTML {
        """
        <form class="card" method="post" action="\(Path.account)">\(frame.token)
        <div class="card-body form-body"><h2>\(words["account.change"])</h2>
        <p>\(words["account.change-text"])</p>
        \(factors.html)
        </div>
        <div class="card-body"><div class="actions">
        <button class="button" name="then" value="password">\(words["account.new-password"])</button>
        <button class="button button-secondary" name="then" value="authenticator">\
        \(words[factors.hasSecondFactor ? "account.new-authenticator" : "account.authenticator"])</button>
        </div></div>
        </form>
        """
    }
}
