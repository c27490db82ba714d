"""Records in every state that a page can show, made through the pages once a run."""

import deeds


class City:
    def __init__(self, people):
        dewi, rina = people.at("dewi"), people.at("rina")

        deeds.school_calls(dewi, "Kartika", phone=deeds.KNOWN_PHONE)
        self.complaint = dewi.page.url
        dewi.perform("record-callback", {"outcome": "answered", "note": "Guru setuju dihubungi besok."})
        dewi.mend("record-callback", "correct")
        self.correction = dewi.page.url
        dewi.answer({"outcome": "no-answer", "correction-reason": "Salah pilih."})
        dewi.send("correct-entry")
        dewi.perform("record-callback", {"outcome": "unsafe"})
        dewi.mend("record-callback", "withdraw")
        dewi.answer({"reason": "Dicatat pada laporan yang salah."})
        dewi.send("withdraw-entry")
        dewi.perform("set-safe-contact", {"safeContact": "Lewat guru BK saja."})
        dewi.mend("set-safe-contact", "withdraw")
        self.withdrawal = dewi.page.url

        deeds.school_calls(dewi, "Wulan")
        dewi.perform("void-record", {"why": "test", "reason": "Percobaan."})
        self.void = dewi.page.url

        deeds.school_calls(dewi, "Kartika Sari")
        deeds.triage(dewi)
        self.triaged = dewi.page.url

        # The page of a case is not dewi's; its manager finds it by its client.
        rina.go("/kerja/cases")
        rina.page.get_by_role("link", name="Kartika Sari", exact=True).click()
        self.case = rina.page.url
        deeds.tell_the_case(rina, "Kartika Sari")
        deeds.note(rina, "Kunjungan rumah bersama pekerja sosial.")
        deeds.ask_waiver(rina, "Keluarga meminta waktu.")

        dewi.leave()
        rina.leave()
