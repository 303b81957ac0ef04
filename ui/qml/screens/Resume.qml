import QtQuick
import "../components"
import Dispensador

// Screen 13: a recovery code on keys without look-alikes, then how its order stands. Acting on it needs the person's key.
Page {
    id: screen

    readonly property bool found: screen.body.stage === "found"

    panelWidth: screen.found ? Theme.panelWidth : Theme.keyboardPanelWidth * 0.76
    subtitle: screen.found ? [screen.body.when, qsTr("Dispenser %1").arg(screen.body.place)].join(" · ") : qsTr("It is on your paper and was on the screen: six letters and numbers.")
    title: screen.found ? qsTr("Order %1").arg(screen.body.orderNumber) : qsTr("Type your recovery code")
    titleIcon: screen.found ? "receipt-text" : ""

    panel: [
        CodeKeys {
            enabled: !screen.body.checking
            visible: !screen.found
            width: parent ? parent.width : 0

            onIntent: (name, args) => screen.intent(name, args)
        },
        SecondaryButton {
            icon: "search"
            objectName: "otherCodeButton"
            text: qsTr("Type another code")
            visible: screen.found
            width: parent ? parent.width : 0

            onTapped: screen.intent("back", {})
        },
        PrimaryButton {
            enabled: screen.body.canContinue
            objectName: "continueButton"
            text: screen.found ? qsTr("Sign in to decide") : screen.body.checking ? qsTr("Looking for it …") : qsTr("Look for it")
            waiting: screen.body.checking
            width: parent ? parent.width : 0

            onTapped: screen.intent("continue", {})
        }
    ]

    Column {
        id: entry

        spacing: Theme.gapWide
        visible: !screen.found
        width: parent.width

        CodeBoxes {
            length: screen.body.length
            objectName: "code"
            text: screen.body.typed
            width: parent.width
            wrong: screen.body.error === "not-found"
        }

        Notice {
            text: screen.body.error === "not-found" ? qsTr("There is no order with this code. Compare it letter by letter.") : screen.body.error === "no-code" ? qsTr("That is not the code of an interrupted purchase. Type the six letters and numbers.") : screen.body.error === "throttled" ? qsTr("Codes were asked for very often here. Wait a little.") : Texts.error(screen.body.error)
            textName: "errorText"
            tone: "bad"
            visible: screen.body.error !== ""
            width: parent.width
        }

        Notice {
            icon: "hourglass"
            text: qsTr("You can try again in %n second(s).", "", screen.body.waitS)
            textName: "waitText"
            visible: screen.body.waitS > 0
            width: parent.width
        }

        HintRow {
            icon: "scan-line"
            objectName: "scanHint"
            text: qsTr("Or hold the square code of your paper to the reader.")
            visible: screen.body.canScan && !screen.body.checking && screen.body.error === "" && screen.body.waitS === 0
            width: parent.width
        }
    }

    FoundList {
        copies: screen.body.copies
        reachTop: screen.reachTop
        room: screen.contentHeight - hint.height - Theme.gapWide
        visible: screen.found
        width: parent.width
    }

    HintRow {
        id: hint

        anchors.bottom: parent.bottom
        icon: screen.found ? "shield-check" : "info"
        text: screen.found ? qsTr("A code alone only shows how it stands. To print it or to get the money back, sign in with your key.") : qsTr("Without a code: sign in with your key, and your interrupted purchases are shown first.")
        visible: screen.found || screen.body.error === "" && screen.body.waitS === 0
        width: parent.width
    }
}
