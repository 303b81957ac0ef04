pragma Singleton

import QtQuick

// What the desk says while the chamber cannot be reached: what can be done, by whom, and why not the rest.
QtObject {
    id: texts

    readonly property string atDoor: qsTr("There is no connection with the chamber. Whoever the desk locked after a while comes back with user, key and code. After a restart, or without that: F3, and somebody of the chamber answers by telephone.")
    readonly property string challengeHow: qsTr("A supervisor or administrator of the chamber answers by telephone: dictate all of this, and type the eight letters they read to you.")
    readonly property string roleHow: qsTr("Say as what you work here. Inside you can open, count and close a shift provisionally; no money is moved without the chamber.")
    readonly property string back: qsTr("There is connection with the chamber again. F5 leads to the door: sign in with key and code to go on working; what was noted here is handed in then.")
    readonly property var enteredHow: ({
            "key": qsTr("You came back with your key, without the chamber. You can open, count and close your shift provisionally, and see what this computer knows. Everything else waits for the chamber, so that no money is moved without it."),
            "challenge": qsTr("You were let in by telephone, without the chamber. You can open, count and close your shift provisionally, and see what this computer knows. Everything else waits for the chamber, so that no money is moved without it.")
        })
    readonly property var refusals: ({
            "not-possible": qsTr("It knows no such shift of yours."),
            "not-entitled": qsTr("Your user works no shifts any more."),
            "other": qsTr("It could not read it.")
        })

    // Why notes were not taken over; empty when they were.
    function refused(code: string): string {
        return code === "" ? "" : " " + (refusals[code] ?? refusals.other);
    }

    function entered(code: string): string {
        return enteredHow[code] ?? "";
    }
}
