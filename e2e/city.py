"""Records in every state that a page can show, made through the pages once a run."""

import deeds


class City:
    def __init__(self, people):
        self._dewi, self._rina, self._hasan = (people.at(handle) for handle in ("dewi", "rina", "hasan"))
        self._make_complaints(self._dewi)
        self.case = self._case("Kartika Sari")
        self.triaged = self._dewi.page.url
        self._fill_case(self._rina)
        self._propose(self._hasan, self._rina)
        self.closing = self._case("Kemuning", forms=["PSI"])
        deeds.serve(self._rina, "Kemuning", "Adik Kemuning")
        deeds.ask_closure(self._rina)
        self.closed = self._case("Kamboja", forms=["PSI"])
        deeds.serve(self._rina, "Kamboja", "Adik Kamboja")
        deeds.ask_closure(self._rina)
        self._hasan.go(self.closed)
        self._hasan.perform("decide-closure", {"decision": "granted"})
        self.erasing = self._case("Kenanga", forms=["PSI"])
        deeds.serve(self._rina, "Kenanga", "Adik Kenanga")
        deeds.ask_closure(self._rina)
        self._hasan.go(self.erasing)
        self._hasan.perform("decide-closure", {"decision": "granted"})
        self._rina.go(self.erasing)
        deeds.ask_erasure(self._rina)
        self._read_in_an_emergency(people.password("dewi"))
        self._restrict(self._rina)
        self._mediate(self._dewi, self._rina, "Ratna Wulan")
        for person in (self._dewi, self._rina, self._hasan):
            person.leave()

        yohana = people.at("yohana")
        yohana.go("/kerja/office")
        self.office = yohana.page.url
        self.newcomer = "Baharuddin Lamak"
        yohana.perform("add-worker", {"handle": "baru", "who": self.newcomer, "posts": ["intake-officer"]})
        yohana.leave()

    def _make_complaints(self, dewi):
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

        deeds.somebody_calls(dewi, "Wulan")
        dewi.perform("void-record", {"why": "test", "reason": "Percobaan."})
        self.void = dewi.page.url

    def _case(self, girl, **triage):
        """The address of a new case; its manager stands there."""
        deeds.school_calls(self._dewi, girl)
        deeds.triage(self._dewi, **triage)
        deeds.open_case(self._rina, girl)
        return self._rina.page.url

    def _fill_case(self, rina):
        """With something to choose from in every form; it asks to approve its plan and to waive a deadline."""
        girl = "Kartika Sari"
        deeds.tell_the_case(rina, girl)
        deeds.note(rina, "Kunjungan rumah bersama pekerja sosial.")
        deeds.consent(rina, girl, "services")
        deeds.consent_to_share(rina, girl)
        deeds.refer(rina, girl)
        deeds.assess(rina, girl)
        deeds.agree_plan(rina, "Antar ke rumah bibi", "Bicara dengan wali kelas")
        deeds.give_service(rina, girl, next=f"{deeds.in_days(2)}T09:00")
        deeds.ask_waiver(rina, "Keluarga meminta waktu.")
        deeds.happens(rina, "investigation-began", body="Unit PPA Polresta Barelang")
        deeds.happens(rina, "order-issued", client=girl, until=deeds.in_days(60), number="12/Pen/2026")
        deeds.happens(rina, "social-report-asked", client=girl)
        deeds.add_to_team(rina, "Yusuf Hidayat")

    def _read_in_an_emergency(self, password):
        """By somebody who is not of its team; nobody has reviewed it."""
        self.emergency = self._case("Cempaka Wangi", forms=["PSI"])
        self.emergency_code = self._rina.page.title().split(" - ")[0]
        self._dewi.go("/kerja")
        self._dewi.search(self.emergency_code)
        deeds.read_in_emergency(self._dewi, password)

    def _restrict(self, rina):
        """Only its team knows of it: its manager and the head."""
        self.restricted = self._case("Seruni", forms=["PSI"])
        deeds.add_to_team(rina, "Hasan Basri")
        deeds.restrict(rina)

    def _mediate(self, dewi, rina, woman):
        """It is offered, and a colleague who knows her husband must not see the case."""
        deeds.adult_comes(dewi, woman)
        deeds.triage(dewi, reachable="no", risk="low", forms=["PSI"])
        deeds.open_case(rina, woman)
        self.mediated = rina.page.url
        deeds.consent(rina, woman, "mediation", giver="client")
        # Of unknown age, it would be asked whether he is an adult.
        rina.perform("add-person", {"who": "Suami klien", "role": "alleged", "age": "38"})
        deeds.offer_mediation(rina)
        rina.perform("record-conflict", {"worker": "Yusuf Hidayat", "reason": "Saudara terlapor."})
        # A second call tells of somebody else, too.
        self.told = "Keponakan Ratna"
        deeds.another_calls(dewi, woman, self.told)

    def _propose(self, hasan, rina):
        """The head notes something, and its manager proposes to withdraw it."""
        hasan.go(self.case)
        deeds.note(hasan, "Telepon dari wali kelas.")
        rina.go(self.case)
        rina.mend("record-note", "withdraw")
        self.proposing = rina.page.url
        rina.answer({"reason": "Wali kelas menelepon tentang anak lain."})
        rina.send("withdraw-entry")
        hasan.go(self.case)
        hasan.follow("decide-mending.title")
        self.proposal = hasan.page.url
