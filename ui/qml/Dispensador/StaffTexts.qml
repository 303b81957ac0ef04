pragma Singleton

import QtQuick

// Codes of the staff's flows in words. A code that is not here reads as the sentence of "internal".
QtObject {
    id: texts

    // Why the door stays closed. Which of name, key and code was wrong is nobody's business.
    readonly property var entryErrors: ({
            "credentials-invalid": qsTr("User, key or code are not right. Wait for the next code and type both again."),
            "throttled": qsTr("There were several failed tries. Wait a little before you try again."),
            "key-blocked": qsTr("This user is blocked. An administrator can hand over a new key."),
            "second-factor-missing": qsTr("This user has no authenticator yet. Enrol it first with the key that was handed over."),
            "not-entitled": qsTr("This user has no permission for this place."),
            "central-offline": qsTr("There is no connection with the chamber."),
            "unavailable": qsTr("The chamber's service does not answer."),
            "return-wrong": qsTr("There is no connection with the chamber, and the key is not right."),
            "return-over": qsTr("There were too many wrong keys. Sign in when there is connection, or ask for a challenge."),
            "answer-wrong": qsTr("The answer is not right."),
            "challenge-over": qsTr("This challenge is used up or too old. Ask for another one."),
            "challenge-later": qsTr("There were several wrong answers. The next challenge has to wait."),
            "clock-unsure": qsTr("The machine's clock is not to be trusted, and an answer is good for one day only. Set the clock first."),
            "device-stopped": qsTr("The chamber does not accept this machine at present."),
            "internal": qsTr("Something failed inside the machine.")
        })

    function entryError(code: string, tries: int): string {
        if (code === "")
            return "";
        const said = texts.entryErrors[code] ?? texts.entryErrors.internal;
        return tries > 0 ? said + " " + qsTr("%n try(ies) left.", "", tries) : said;
    }
}
