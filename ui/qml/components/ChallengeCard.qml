pragma ComponentBehavior: Bound

import QtQuick
import Dispensador

// What is read out over the telephone: the challenge, and what the other side must find to be the same.
Card {
    id: card

    required property var body
    readonly property var facts: [
        {
            "name": qsTr("User"),
            "value": card.body.login
        },
        {
            "name": qsTr("Fingerprint of this machine"),
            "value": card.body.fingerprint
        },
        {
            "name": qsTr("Day"),
            "value": card.body.day
        }
    ]

    implicitHeight: words.height + Theme.gapWide * 2

    Column {
        id: words

        anchors.left: parent.left
        anchors.leftMargin: Theme.gapWide
        anchors.right: parent.right
        anchors.rightMargin: Theme.gapWide
        spacing: Theme.gap
        y: Theme.gapWide

        Label {
            color: Theme.soft
            size: Theme.small
            text: qsTr("Challenge")
            width: parent.width
        }

        Label {
            font.letterSpacing: Theme.space / 2
            objectName: "challenge"
            size: Theme.display
            text: card.body.challenge
            weight: Font.Bold
            width: parent.width
        }

        Repeater {
            model: RowModel {
                rows: card.facts
            }

            MoneyRow {
                required property string name
                required property string value

                amount: value
                label: name
                width: words.width
            }
        }
    }
}
