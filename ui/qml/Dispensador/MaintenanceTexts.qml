pragma Singleton

import QtQuick

// Codes of the maintenance in words. What is wrong with printer and station has its sentences in Texts.
QtObject {
    id: texts

    readonly property var icons: ({
            "overview": "house",
            "printer": "printer",
            "paper": "scroll-text",
            "queue": "mail",
            "journal": "receipt-text",
            "network": "wifi",
            "configuration": "file-text",
            "pairing": "key-round",
            "readiness": "badge-check",
            "touch": "scan-line",
            "leave": "log-out"
        })
    readonly property var sections: ({
            "overview": qsTr("Overview"),
            "printer": qsTr("Printer"),
            "paper": qsTr("Paper"),
            "queue": qsTr("Queue"),
            "journal": qsTr("Journal"),
            "network": qsTr("Network"),
            "configuration": qsTr("Settings"),
            "pairing": qsTr("Pairing"),
            "readiness": qsTr("Readiness"),
            "touch": qsTr("Touch test"),
            "leave": qsTr("Leave")
        })
    readonly property var titles: ({
            "overview": qsTr("How the machine is"),
            "printer": qsTr("Printer"),
            "paper": qsTr("Paper"),
            "queue": qsTr("Waiting for the chamber"),
            "journal": qsTr("Journal of operations"),
            "network": qsTr("Network and clock"),
            "configuration": qsTr("Settings"),
            "pairing": qsTr("Pairing with the chamber"),
            "readiness": qsTr("Readiness report"),
            "touch": qsTr("Test of the screen"),
            "leave": qsTr("Leave maintenance")
        })
    readonly property var facts: ({
            "selling": qsTr("Sale of certificates"),
            "printer": qsTr("Printer"),
            "paper": qsTr("Paper"),
            "central": qsTr("Connection with the chamber"),
            "clock": qsTr("Clock"),
            "waiting": qsTr("Messages that wait"),
            "parked": qsTr("Messages set aside"),
            "unfinished": qsTr("Purchases to be resolved"),
            "disk": qsTr("Disk"),
            "integrity": qsTr("Contradictions in the records"),
            "version": qsTr("Version of the program"),
            "uptime": qsTr("Running for"),
            "near_end": qsTr("End of the roll is near"),
            "ticket": qsTr("Paper in the slot"),
            "counters": qsTr("Counters"),
            "cuts": qsTr("Cuts, ever"),
            "printed": qsTr("Printed, ever"),
            "retracts": qsTr("Sheets taken back, ever"),
            "model": qsTr("Model of the profile"),
            "line": qsTr("Line"),
            "port": qsTr("Port"),
            "proof": qsTr("Proof that a paper came out"),
            "left": qsTr("Left on the roll"),
            "used": qsTr("Used of this roll"),
            "roll": qsTr("Length of this roll"),
            "forecast": qsTr("Lasts, at this pace"),
            "odometer": qsTr("Odometer"),
            "dns": qsTr("Name of the chamber's service"),
            "connection": qsTr("Connection"),
            "certificate": qsTr("Certificate is good for"),
            "answer": qsTr("Answer of the chamber's service"),
            "central_url": qsTr("Address of the chamber's service"),
            "printer_profile": qsTr("Profile of the printer"),
            "printer_device": qsTr("Port of the printer"),
            "roll_m": qsTr("Length of a new roll"),
            "scanner_device": qsTr("Port of the reader"),
            "config_version": qsTr("Version set by the chamber"),
            "fingerprint": qsTr("Fingerprint"),
            "device": qsTr("Device"),
            "point_of_sale": qsTr("Point of sale"),
            "serial": qsTr("Serial number"),
            "chamber": qsTr("Chamber"),
            "central_id": qsTr("Chamber's service"),
            "section": qsTr("This section")
        })
    readonly property var states: ({
            "selling": qsTr("Certificates are sold"),
            "ready": qsTr("Ready to print"),
            "near_end": qsTr("Ready; the roll is near its end"),
            "enough": qsTr("Enough paper"),
            "low": qsTr("Little paper left"),
            "out": qsTr("No paper"),
            "online": qsTr("Answers"),
            "offline": qsTr("No answer"),
            "unknown": qsTr("Not known yet"),
            "clock_right": qsTr("Agrees with the chamber"),
            "clock_unheard": qsTr("The chamber has not told the time yet"),
            "some": qsTr("There are some"),
            "none": qsTr("None"),
            "disk_enough": qsTr("Enough space"),
            "disk_little": qsTr("Little space"),
            "yes": qsTr("Yes"),
            "no": qsTr("No"),
            "cannot_tell": qsTr("This model cannot tell"),
            "no_answer": qsTr("No answer"),
            "too_early": qsTr("Too early to tell"),
            "queued_reply": qsTr("Reply behind the paper in the queue"),
            "motor_idle": qsTr("Motor at rest after the reply"),
            "process_id": qsTr("Process number behind the cut"),
            "ticket": qsTr("Paper in the slot, motor at rest"),
            "dns_failed": qsTr("This name is not found"),
            "tls_failed": qsTr("The certificate is not accepted"),
            "connection_failed": qsTr("Nobody answers there"),
            "in_use": qsTr("In use"),
            "before": qsTr("Before"),
            "refused": qsTr("Refused"),
            "waiting": qsTr("Waiting"),
            "parked": qsTr("Set aside"),
            "INTENT": qsTr("Begun"),
            "HELD": qsTr("Money held"),
            "PRINT_STARTED": qsTr("Printing"),
            "PRINT_FAILED_CLEAN": qsTr("Not printed"),
            "PRINTED": qsTr("Printed"),
            "UNCERTAIN": qsTr("Not certain"),
            "WAIT_PERSON": qsTr("Waits for a person"),
            "CAPTURED": qsTr("Charged"),
            "VOIDING": qsTr("Being released"),
            "VOIDED": qsTr("Released"),
            "DECLINED": qsTr("Declined")
        })
    readonly property var rows: ({
            "authorise": qsTr("Ask for a hold"),
            "capture": qsTr("Charge"),
            "void": qsTr("Release"),
            "claim": qsTr("Claim"),
            "resolve": qsTr("Decision"),
            "set_value": qsTr("Set by the chamber"),
            "version": qsTr("Version")
        })
    readonly property var acts: ({
            "test_page": qsTr("Print test page"),
            "empty_buffer": qsTr("Empty the printer's memory"),
            "load_roll": qsTr("Set the odometer"),
            "send_now": qsTr("Send now"),
            "test_network": qsTr("Test the way"),
            "check_all": qsTr("Test everything"),
            "print_report": qsTr("Print report"),
            "save_report": qsTr("Save as PDF"),
            "touch_test": qsTr("Test the screen"),
            "leave": qsTr("Leave maintenance"),
            "restart": qsTr("Restart program")
        })
    readonly property var reasons: ({
            "stuck_job": qsTr("A paper got stuck half way"),
            "strange_paper": qsTr("It prints strange signs"),
            "network_back": qsTr("The network is back"),
            "hangs": qsTr("Something does not answer"),
            "after_change": qsTr("After a change of settings"),
            "asked": qsTr("The chamber asked for it")
        })
    readonly property var outcomes: ({
            "printed": qsTr("It came out; look at the paper."),
            "emptied": qsTr("The printer's memory is empty."),
            "not_emptied": qsTr("The printer did not confirm that its memory is empty."),
            "roll_loaded": qsTr("The odometer begins anew: %1."),
            "sending": qsTr("Messages on their way: %1."),
            "way_open": qsTr("The way to the chamber is open."),
            "way_broken": qsTr("The way to the chamber ends where it is marked."),
            "saved": qsTr("Saved in the folder “reports” of this machine: %1"),
            "not_saved": qsTr("The file could not be saved."),
            "touch_whole": qsTr("Every field of the screen answered."),
            "touch_missed": qsTr("Fields of the screen without answer: %1."),
            "restarting": qsTr("The program ends and starts again."),
            "internal": qsTr("Something failed inside the machine.")
        })
    readonly property var verdicts: ({
            "ready": qsTr("Ready to serve"),
            "limited": qsTr("Ready, with notes"),
            "not_ready": qsTr("Not ready")
        })
    readonly property var checks: ({
            "printer": qsTr("Printer"),
            "paper": qsTr("Paper"),
            "central": qsTr("Connection with the chamber"),
            "clock": qsTr("Clock"),
            "store": qsTr("Local records"),
            "audit": qsTr("Audit chain"),
            "integrity": qsTr("Invariants"),
            "days": qsTr("Closed days"),
            "queue": qsTr("Messages that wait"),
            "unfinished": qsTr("Purchases to be resolved"),
            "disk": qsTr("Disk"),
            "key": qsTr("Key of the device")
        })
    readonly property var tones: ({
            "good": qsTr("Good"),
            "care": qsTr("Attention"),
            "bad": qsTr("Fails")
        })
    readonly property var paperSteps: ({
            "open": qsTr("Open the printer and take the old roll out."),
            "close": qsTr("Put the new roll in, let a hand of paper stand out, and close the printer."),
            "length": qsTr("Say how long the new roll is."),
            "test": qsTr("Print a test page."),
            "done": qsTr("Done: the machine knows its new roll.")
        })

    function state(code: string): string {
        return states[code] ?? Texts.faults[code] ?? Texts.errors[code] ?? code;
    }

    // Why a message stands there: a short sentence, or that central's own code is the reason.
    function reason(code: string): string {
        if (code === "")
            return "";
        return states[code] ?? Texts.errors[code] ?? qsTr("The chamber refused it: %1").arg(code);
    }

    // A state in words and what was measured.
    function fact(code: string, value: string): string {
        if (code === "")
            return value;
        return value === "" ? texts.state(code) : texts.state(code).replace(/\.$/, "") + " · " + value;
    }

    function outcome(code: string, value: string): string {
        return (texts.outcomes[code] ?? Texts.faults[code] ?? Texts.errors[code] ?? texts.outcomes.internal).replace("%1", value);
    }

    function toneIcon(tone: string): string {
        return tone === "good" ? "circle-check" : tone === "care" ? "triangle-alert" : tone === "bad" ? "circle-alert" : "info";
    }
}
