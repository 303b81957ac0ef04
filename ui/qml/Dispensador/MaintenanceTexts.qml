pragma Singleton

import QtQuick

// Codes of the maintenance in words. What is wrong with printer and station has its sentences in Texts.
QtObject {
    id: texts

    readonly property var icons: ({
            "overview": "house",
            "printer": "printer",
            "logo": "building-2",
            "paper": "scroll-text",
            "serial": "plug",
            "scanner": "id-card",
            "queue": "mail",
            "journal": "receipt-text",
            "logs": "search",
            "network": "wifi",
            "configuration": "file-text",
            "pairing": "key-round",
            "rehearsal": "refresh-cw",
            "readiness": "badge-check",
            "touch": "scan-line",
            "leave": "log-out"
        })
    readonly property var sections: ({
            "overview": qsTr("Overview"),
            "printer": qsTr("Printer"),
            "logo": qsTr("Logo"),
            "paper": qsTr("Paper"),
            "serial": qsTr("Lines"),
            "scanner": qsTr("Reader"),
            "queue": qsTr("Queue"),
            "journal": qsTr("Journal"),
            "logs": qsTr("Log"),
            "network": qsTr("Network"),
            "configuration": qsTr("Settings"),
            "pairing": qsTr("Pairing"),
            "rehearsal": qsTr("Rehearsal"),
            "readiness": qsTr("Readiness"),
            "touch": qsTr("Touch test"),
            "leave": qsTr("Leave")
        })
    readonly property var titles: ({
            "overview": qsTr("How the machine is"),
            "printer": qsTr("Printer"),
            "logo": qsTr("Logo in the printer's memory"),
            "paper": qsTr("Paper"),
            "serial": qsTr("Serial lines"),
            "scanner": qsTr("Barcode reader"),
            "queue": qsTr("Waiting for the chamber"),
            "journal": qsTr("Journal of operations"),
            "logs": qsTr("Log of the machine"),
            "network": qsTr("Network and clock"),
            "configuration": qsTr("Settings"),
            "pairing": qsTr("Pairing with the chamber"),
            "rehearsal": qsTr("Rehearsal without value"),
            "readiness": qsTr("Readiness report"),
            "touch": qsTr("Test of the screen"),
            "leave": qsTr("Leave maintenance")
        })
    readonly property var facts: ({
            "logo_memory": qsTr("Memory for a logo"),
            "logo_left": qsTr("Uploads left today"),
            "logo_kept": qsTr("In the printer"),
            "logo_chosen": qsTr("Chosen"),
            "logo_size": qsTr("Size on the paper"),
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
            "head": qsTr("Temperature of the head"),
            "busy_wire": qsTr("Busy wire (CTS)"),
            "flow": qsTr("Flow control"),
            "scanner": qsTr("Barcode reader"),
            "scanner_line": qsTr("Line of the reader"),
            "last_frame": qsTr("Last thing read"),
            "speed_line": qsTr("Measured on the line / it can"),
            "speed_head": qsTr("Measured paper / the head can"),
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
            "rehearsal": qsTr("Rehearsed purchase"),
            "verdict": qsTr("What the printer proved"),
            "money": qsTr("In a sale, the money"),
            "stick": qsTr("Stick"),
            "new_fingerprint": qsTr("Fingerprint of the new pairing"),
            "new_point_of_sale": qsTr("New point of sale"),
            "new_device": qsTr("New device"),
            "temperature": qsTr("Temperature of the processor"),
            "power": qsTr("May be shut down from here"),
            "section": qsTr("This section")
        })
    readonly property var states: ({
            "no_memory": qsTr("This model has none that is known"),
            "nobody_knows": qsTr("Nothing was uploaded from here"),
            "logo_unreadable": qsTr("The notes about it cannot be read"),
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
            "wire_unreadable": qsTr("Cannot be read on this line"),
            "wire_go": qsTr("The printer takes bytes"),
            "wire_stop": qsTr("The printer stops the machine"),
            "flow_holds": qsTr("The printer stopped the machine in time"),
            "flow_never_holds": qsTr("The printer never stopped the machine"),
            "line_named": qsTr("It told its name; print a test page"),
            "line_kind": qsTr("It answers like this family; it told no name"),
            "line_speaks": qsTr("A model nobody knows: it sells nothing"),
            "line_noise": qsTr("Something answers that is not understood"),
            "line_silent": qsTr("Nobody answers"),
            "line_not_asked": qsTr("Not asked yet"),
            "line_listened": qsTr("Only listened to"),
            "reader_none": qsTr("None is set up"),
            "reader_there": qsTr("It is there"),
            "reader_gone": qsTr("It is not there"),
            "nothing_read": qsTr("Nothing was read"),
            "frame_document": qsTr("A document"),
            "frame_certificate": qsTr("A certificate's code"),
            "frame_recovery": qsTr("A recovery code"),
            "frame_service": qsTr("A service card"),
            "frame_service": qsTr("A service card"),
            "frame_unknown": qsTr("None of ours"),
            "head_fine": qsTr("Not too hot; this model tells no degrees"),
            "head_too_hot": qsTr("Too hot"),
            "too_early": qsTr("Too early to tell"),
            "queued_reply": qsTr("Reply behind the paper in the queue"),
            "motor_idle": qsTr("Motor at rest after the reply"),
            "process_id": qsTr("Process number behind the cut"),
            "ticket": qsTr("Paper in the slot, motor at rest"),
            "dns_failed": qsTr("This name is not found"),
            "tls_failed": qsTr("The certificate is not accepted"),
            "connection_failed": qsTr("Nobody answers there"),
            "stick_none": qsTr("None is put in"),
            "stick_ready": qsTr("Ready to be written to"),
            "read_only": qsTr("It cannot be written to"),
            "level_debug": qsTr("Detail"),
            "level_info": qsTr("Note"),
            "level_warning": qsTr("Warning"),
            "level_error": qsTr("Error"),
            "level_critical": qsTr("Error"),
            "not_told": qsTr("The machine does not tell"),
            "in_use": qsTr("In use"),
            "before": qsTr("Before"),
            "refused": qsTr("Refused"),
            "waiting": qsTr("Waiting"),
            "parked": qsTr("Set aside"),
            "rehearsal_none": qsTr("None yet"),
            "rehearsal_asking": qsTr("Asking the chamber and the printer"),
            "rehearsal_printing": qsTr("Printing; proved so far"),
            "verdict_printed": qsTr("Printed, with proof"),
            "verdict_not_printed": qsTr("Not printed: nothing came out"),
            "verdict_unknown": qsTr("Not known what came out"),
            "verdict_refused": qsTr("Not begun: the printer cannot print now"),
            "verdict_cut_off": qsTr("Cut off in the middle: not known what came out"),
            "money_charged": qsTr("would be charged"),
            "money_charged_later": qsTr("would be charged when the network is back"),
            "money_released": qsTr("would go back to the account"),
            "money_waits_person": qsTr("would wait for a person"),
            "money_not_begun": qsTr("would not have been touched: no sale begins like this"),
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
            "reprint": qsTr("Copy of a certificate"),
            "logo_own": qsTr("The chamber's own"),
            "logo_file": qsTr("On the stick"),
            "authorise": qsTr("Ask for a hold"),
            "capture": qsTr("Charge"),
            "void": qsTr("Release"),
            "claim": qsTr("Claim"),
            "resolve": qsTr("Decision"),
            "line_printer": qsTr("Of the printer"),
            "line_scanner": qsTr("Of the reader"),
            "line_other": qsTr("Line"),
            "set_value": qsTr("Set by the chamber"),
            "version": qsTr("Version")
        })
    readonly property var acts: ({
            "show_logo": qsTr("Look at it"),
            "upload_logo": qsTr("Upload"),
            "print_logo": qsTr("Print it"),
            "test_page": qsTr("Test page"),
            "empty_buffer": qsTr("Empty memory"),
            "feed": qsTr("Feed 5 cm"),
            "cut": qsTr("Cut"),
            "speed_test": qsTr("Measure speed"),
            "search_lines": qsTr("Search on every line"),
            "check_flow": qsTr("Try flow control"),
            "test_scan": qsTr("Read something"),
            "load_roll": qsTr("Set the odometer"),
            "send_now": qsTr("Send now"),
            "test_network": qsTr("Test the way"),
            "rehearse": qsTr("Rehearse a purchase"),
            "change_setting": qsTr("Change this setting"),
            "go_back": qsTr("Go back to this version"),
            "set_fault": qsTr("Let it fail"),
            "clear_fault": qsTr("Mend it"),
            "export_log": qsTr("Copy to the stick"),
            "send_log": qsTr("Send to the chamber"),
            "check_all": qsTr("Test everything"),
            "print_report": qsTr("Print report"),
            "save_report": qsTr("Save as PDF"),
            "touch_test": qsTr("Test the screen"),
            "leave": qsTr("Leave maintenance"),
            "release": qsTr("Send it once more"),
            "pair_anew": qsTr("Pair anew"),
            "use_pairing": qsTr("Use the new pairing"),
            "drop_pairing": qsTr("Throw the new pairing away"),
            "restart": qsTr("Restart program"),
            "reboot": qsTr("Restart machine"),
            "shut_down": qsTr("Shut down")
        })
    readonly property var reasons: ({
            "new_logo": qsTr("The chamber has another logo"),
            "new_printer": qsTr("Another printer was put in"),
            "stuck_job": qsTr("A paper got stuck half way"),
            "strange_paper": qsTr("It prints strange signs"),
            "network_back": qsTr("The network is back"),
            "hangs": qsTr("Something does not answer"),
            "after_change": qsTr("After a change of settings"),
            "hall": qsTr("The hall closes or needs it"),
            "paper_kind": qsTr("Another kind of roll"),
            "mistake": qsTr("It was a mistake"),
            "support": qsTr("Support needs it"),
            "disk_changed": qsTr("Another disk or machine"),
            "key_lost": qsTr("The key is lost or may be known"),
            "fingerprint_same": qsTr("The chamber sees the same six digits"),
            "fingerprint_other": qsTr("The chamber sees other digits"),
            "cause_mended": qsTr("The cause has been mended"),
            "moved": qsTr("The machine is moved"),
            "repair": qsTr("For a repair"),
            "asked": qsTr("The chamber asked for it")
        })
    readonly property var outcomes: ({
            "logo_shown": qsTr("So will the head print %1. Upload it if it is right."),
            "logo_stored": qsTr("%1 is in the printer: it answered that its memory took it. Print it to see it on paper."),
            "logo_printed": qsTr("It was sent and cut. Look at the paper."),
            "logo_cannot": qsTr("This printer has no memory for a logo that is known."),
            "logo_gone": qsTr("The picture is not there any more. Choose again."),
            "logo_file_large": qsTr("The file is larger than 1 MB."),
            "logo_broken": qsTr("The file is no PNG picture, or it is broken."),
            "logo_pixels": qsTr("The picture is too large: %1 pixels; 4000 on a side are the most."),
            "logo_tiny": qsTr("The picture is too small: %1 pixels; 16 on a side are the least."),
            "logo_grey": qsTr("It has too much grey: the head prints only black and white. Use a drawing, not a photograph."),
            "logo_empty": qsTr("Nothing of it would be black."),
            "logo_too_dark": qsTr("Too much of it is black: the head would be slow and hot."),
            "logo_large": qsTr("It has more dots than the printer takes at once."),
            "logo_commands": qsTr("It cannot be sent without the printer taking a part of it for a command."),
            "logo_writes_used": qsTr("The printer's memory was written as often as it bears in a day. Try tomorrow."),
            "logo_disk": qsTr("This machine cannot save its notes, so nothing is believed of the upload."),
            "logo_no_answer": qsTr("The printer did not say how much of its memory is free: nobody knows what it keeps."),
            "logo_no_room": qsTr("The printer's memory has no room for it."),
            "logo_not_kept": qsTr("The printer's memory did not take it."),
            "logo_line_lost": qsTr("The line went away in the middle: nobody knows what the printer keeps. Upload again."),
            "printed": qsTr("It came out; look at the paper."),
            "fed": qsTr("The paper moved; look at it. It is cut before the next job."),
            "was_cut": qsTr("Cut."),
            "no_workshop": qsTr("This machine has no printer that can do it."),
            "speed_good": qsTr("As fast as line and head allow: %1 of that."),
            "speed_slow": qsTr("Slower than line and head allow: %1 of that."),
            "speed_unmeasured": qsTr("The paper came out, but its speed could not be measured."),
            "lines_found": qsTr("Printers that answered: %1."),
            "lines_silent": qsTr("No printer answered on any line."),
            "open_cover_first": qsTr("Open the printer's cover first, and try again."),
            "flow_holds": qsTr("The printer stopped the machine in time: no byte gets lost."),
            "flow_never_holds": qsTr("The printer never stopped the machine: look at the cable and at its settings."),
            "reader_gone": qsTr("The reader is not there."),
            "nothing_read": qsTr("Nothing was read in time."),
            "read_document": qsTr("A document was read: %1 bytes."),
            "read_certificate": qsTr("A certificate's code was read: %1 bytes."),
            "read_recovery": qsTr("A recovery code was read: %1 bytes."),
            "read_service": qsTr("A service card was read: %1 bytes."),
            "read_service": qsTr("A service card was read: %1 bytes."),
            "read_unknown": qsTr("Something was read that is none of ours: %1 bytes."),
            "emptied": qsTr("The printer's memory is empty."),
            "not_emptied": qsTr("The printer did not confirm that its memory is empty."),
            "roll_loaded": qsTr("The odometer begins anew: %1."),
            "sending": qsTr("Messages on their way: %1."),
            "way_open": qsTr("The way to the chamber is open."),
            "way_broken": qsTr("The way to the chamber ends where it is marked."),
            "rehearsed_printed": qsTr("The rehearsal came out, with proof."),
            "rehearsed_not_printed": qsTr("Nothing of the rehearsal came out."),
            "rehearsed_unknown": qsTr("It is not known what of the rehearsal came out; look at the paper."),
            "fault_done": qsTr("Done."),
            "fault_refused": qsTr("This printer cannot fail like that."),
            "no_fault_board": qsTr("This printer is a real one: it fails only by itself."),
            "saved": qsTr("Saved in the folder “reports” of this machine: %1"),
            "not_saved": qsTr("The file could not be saved."),
            "paired_anew": qsTr("Central took the code. Compare the six digits with the chamber: %1"),
            "pairing_used": qsTr("The program starts again with the new pairing. The chamber revokes the old one."),
            "pairing_dropped": qsTr("The new pairing is thrown away. Everything stays as it was."),
            "no_new_pairing": qsTr("There is no new pairing."),
            "operations_open": qsTr("There are purchases that are not over: they belong to this pairing. Have them resolved first."),
            "messages_waiting": qsTr("There are messages that the chamber does not know yet. Have them sent first."),
            "messages_parked": qsTr("There are messages set aside: they belong to this pairing. Have them resolved first."),
            "enrol-code-invalid": qsTr("The chamber does not accept this code: wrong, used, or older than ten minutes."),
            "wrong-answer": qsTr("The answer was for another key. Nothing was paired; tell the chamber."),
            "malformed": qsTr("This is no code."),
            "offline": qsTr("There is no connection with the chamber."),
            "released": qsTr("Message %1 is sent once more."),
            "not_parked": qsTr("This message is no longer set aside."),
            "shutting_down": qsTr("The machine shuts down."),
            "rebooting": qsTr("The machine restarts."),
            "not_allowed": qsTr("The machine does not allow it."),
            "exported": qsTr("%1 is whole on the stick. It may be pulled out now."),
            "stick_none": qsTr("No stick was found. Put one in and wait some seconds."),
            "stick_failed": qsTr("The stick did not take the file. Try another one."),
            "no_space": qsTr("There is not enough space on the stick."),
            "read_only": qsTr("The stick cannot be written to."),
            "log_sent": qsTr("The chamber has it, under the number %1."),
            "setting_saved": qsTr("Saved. It is used from the next start of the program on."),
            "setting_counts": qsTr("Saved. It counts from now on."),
            "setting_invalid": qsTr("This cannot be set: %1. Nothing was changed."),
            "version_gone": qsTr("This version is not kept any more."),
            "touch_whole": qsTr("Every field of the screen answered."),
            "touch_missed": qsTr("Fields of the screen without answer: %1."),
            "restarting": qsTr("The program ends and starts again."),
            "internal": qsTr("Something failed inside the machine.")
        })
    // What may be changed at the machine, by the file's own names.
    readonly property var settings: ({
            "visit.language": qsTr("Language of the first screen"),
            "printer.roll_m": qsTr("Length of a new roll"),
            "chamber.contact_phone": qsTr("Telephone for help"),
            "closed_from": qsTr("Close early today")
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
    // What a self-test found; faults of the printer have their sentences in Texts.
    readonly property var checkWords: ({
            "left_unknown": qsTr("how much is left is not known"),
            "no_answer": qsTr("no answer"),
            "offset": qsTr("difference %1"),
            "damaged": qsTr("damaged"),
            "rows": qsTr("%1 records, %2 witnessed"),
            "queue": qsTr("%1 waiting"),
            "queue_parked": qsTr("%1 waiting, %2 set aside")
        })
    readonly property var tones: ({
            "good": qsTr("Good"),
            "care": qsTr("Attention"),
            "bad": qsTr("Fails")
        })
    readonly property var exercises: ({
            "cover": qsTr("Open the cover while it prints, and close it: it waits, and goes on."),
            "paper": qsTr("Take the roll out while it prints, and put it back: it waits, and goes on."),
            "network": qsTr("Pull the network cable: the paper goes on, the charge would wait."),
            "power": qsTr("Pull the plug while it prints: then this page says what is not known.")
        })
    // What the printer said, phrase by phrase; %1 is the number in it.
    readonly property var evidence: ({
            "process_id_heard": qsTr("process %1 answered"),
            "queued_reply_heard": qsTr("reply %1 heard behind the paper"),
            "cut_ok": qsTr("cut without error"),
            "motor_rests": qsTr("motor at rest"),
            "all_printed": qsTr("everything printed"),
            "ticket_out": qsTr("paper in the slot"),
            "parts_proved": qsTr("sheets with proof: %1"),
            "nothing_sent": qsTr("no byte was sent"),
            "buffer_cleared": qsTr("the printer's memory was emptied"),
            "buffer_not_cleared": qsTr("the printer's memory could not be emptied"),
            "counters_unchanged": qsTr("its counters stand still"),
            "was_reset": qsTr("the printer started anew in the middle"),
            "not_mended": qsTr("nobody mended it within %1 s"),
            "line_vanished": qsTr("the line vanished"),
            "line_not_opened": qsTr("the line could not be opened"),
            "printer_reports": qsTr("the printer itself says so"),
            "error_after": qsTr("an error stood after the last sheet"),
            "no_progress": qsTr("nothing went on"),
            "too_long": qsTr("it took too long"),
            "no_ticket": qsTr("no paper in the slot"),
            "lost_bytes": qsTr("the printer says that it lost bytes"),
            "no_proof_known": qsTr("nothing that this model says is a proof"),
            "markers_not_counted": qsTr("the printer does not count its marks"),
            "line_not_empty": qsTr("the printer does not say that it is empty"),
            "counters_unreadable": qsTr("its counters could not be read")
        })
    // The faults of a printer that can be told to fail.
    readonly property var faults: ({
            "paper_out": qsTr("No paper"),
            "paper_low": qsTr("Little paper left"),
            "cover_open": qsTr("Cover open"),
            "head_hot": qsTr("Head too hot"),
            "cutter_jam": qsTr("Cutter stuck"),
            "paper_jam": qsTr("Paper jam"),
            "presenter_jam": qsTr("Paper stuck in the slot"),
            "silent": qsTr("It hears, and does not answer"),
            "late_answers": qsTr("It answers late"),
            "unplugged": qsTr("Cable unplugged"),
            "switched_off": qsTr("Switched off"),
            "power_cut": qsTr("A short power cut"),
            "brown_out": qsTr("The voltage sags"),
            "no_busy_wire": qsTr("Cable without the busy wire"),
            "half_answer": qsTr("Half an answer"),
            "stray_status": qsTr("A status nobody asked for"),
            "stray_xoff": qsTr("A stray stop sign on the line"),
            "status_in_answer": qsTr("A status inside an answer"),
            "xoff_in_answer": qsTr("A stop sign inside an answer"),
            "other_name": qsTr("It tells another model's name"),
            "ticket_taken": qsTr("The person takes the paper")
        })
    readonly property var paperSteps: ({
            "open": qsTr("Open the printer and take the old roll out."),
            "close": qsTr("Put the new roll in, let a hand of paper stand out, and close the printer."),
            "length": qsTr("Say how long the new roll is."),
            "test": qsTr("Print a test page."),
            "done": qsTr("Done: the machine knows its new roll.")
        })

    // What a bit of a status byte stands for.
    readonly property var statusBits: ({
            "near_end": qsTr("the roll is near its end"),
            "ticket": qsTr("paper in the slot"),
            "taken": qsTr("the paper was taken"),
            "motor": qsTr("the motor runs"),
            "error": qsTr("an error; another byte says which"),
            "offline": qsTr("off line"),
            "head_hot": qsTr("the head is too hot"),
            "presenter": qsTr("the presenter is stuck"),
            "paper_out": qsTr("no paper"),
            "cover_open": qsTr("the cover is open"),
            "paper_jam": qsTr("the paper is stuck"),
            "cutter_jam": qsTr("the cutter is stuck"),
            "lost": qsTr("it lost bytes"),
            "unknown": qsTr("a bit that nobody knows: nothing is sold")
        })
    // Commands to a printer, and what it answers.
    readonly property var commands: ({
            "status_request": qsTr("status?"),
            "recover": qsTr("recover"),
            "clear": qsTr("empty the memory"),
            "initialise": qsTr("initialise"),
            "style": qsTr("style"),
            "feed": qsTr("feed"),
            "cut": qsTr("cut"),
            "marker": qsTr("mark"),
            "name_request": qsTr("name?"),
            "push": qsTr("tell every change"),
            "counter_request": qsTr("counter?"),
            "present": qsTr("presenter"),
            "process_id": qsTr("process?"),
            "text": qsTr("text"),
            "symbol": qsTr("QR code"),
            "picture": qsTr("picture"),
            "padding": qsTr("padding"),
            "other": qsTr("other"),
            "real_time_status": qsTr("status"),
            "auto_status": qsTr("status, unasked"),
            "full_status": qsTr("full status"),
            "star_status": qsTr("status"),
            "delivered_count": qsTr("papers taken"),
            "process_id_answer": qsTr("process printed"),
            "buffers_cleared": qsTr("memory is empty"),
            "symbol_size": qsTr("size of the QR code"),
            "free_bytes": qsTr("free memory for pictures"),
            "queued_reply": qsTr("mark answered"),
            "ident_text": qsTr("its name"),
            "counter_value": qsTr("counter"),
            "noise": qsTr("not understood"),
            "unfinished": qsTr("a part")
        })

    // Codes between spaces, as one sentence.
    function bits(codes: string): string {
        return codes === "" ? qsTr("all is well") : codes.split(" ").map(code => statusBits[code] ?? code).join("; ");
    }

    function wire(codes: string, counts: string): string {
        const often = counts.split(" ");
        return codes.split(" ").map((code, at) => (commands[code] ?? code) + (often[at] === "1" ? "" : " ×" + often[at])).join(", ");
    }

    function checkWord(code: string, first: string, second: string): string {
        return (checkWords[code] ?? Texts.faults[code] ?? code).replace("%1", first).replace("%2", second);
    }

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

    function said(code: string, value: string): string {
        if (code === "because")
            return texts.state(value).replace(/\.$/, "");
        return (evidence[code] ?? value).replace("%1", value);
    }

    function outcome(code: string, value: string): string {
        return (texts.outcomes[code] ?? Texts.faults[code] ?? Texts.errors[code] ?? texts.outcomes.internal).replace("%1", value);
    }

    function toneIcon(tone: string): string {
        return tone === "good" ? "circle-check" : tone === "care" ? "triangle-alert" : tone === "bad" ? "circle-alert" : "info";
    }
}
