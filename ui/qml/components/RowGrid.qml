pragma ComponentBehavior: Bound

import QtQuick
import Dispensador

// Lines of a list: what it is and how it stands, which one, when, and why.
Grid {
    id: grid

    property var lines: []
    property string act: "" // what may be done to a line that has a number

    signal intent(string name, var args)

    columnSpacing: Theme.space * 1.5
    columns: Theme.landscape ? 2 : 1
    rowSpacing: Theme.space * 1.5

    Repeater {
        model: RowModel {
            rows: grid.lines
        }

        Card {
            id: card

            required property int index
            required property string code
            required property string when
            required property string name
            required property string amount
            required property string word
            required property string reason
            required property string tone
            required property int ref
            readonly property string what: MaintenanceTexts.rows[code] ?? ""
            readonly property string detail: [deed.visible ? MaintenanceTexts.state(word) : "", when, reason === "" ? "" : code === "version" ? qsTr("The machine cannot use it: %1").arg(reason) : MaintenanceTexts.reason(reason)].filter(text => text !== "").join(" · ")

            height: Math.max(words.height + (Theme.landscape ? Theme.space : Theme.gap * 1.5), deed.visible ? Theme.touch + Theme.space : 0)
            width: (grid.width - grid.columnSpacing * (grid.columns - 1)) / grid.columns

            Column {
                id: words

                anchors.left: parent.left
                anchors.leftMargin: Theme.gap
                anchors.right: deed.visible ? deed.left : chip.visible ? chip.left : parent.right
                anchors.rightMargin: Theme.gap
                anchors.verticalCenter: parent.verticalCenter

                Label {
                    objectName: "row_" + card.index
                    size: Theme.small
                    text: [card.what, card.name].filter(text => text !== "").join(" · ")
                    weight: Font.DemiBold
                    width: parent.width
                    wrapMode: Text.Wrap
                }

                Label {
                    size: Theme.small
                    text: card.amount
                    visible: text !== ""
                    width: parent.width
                    wrapMode: Text.Wrap
                }

                Label {
                    color: Theme.soft
                    size: Theme.small
                    text: card.detail
                    visible: text !== ""
                    width: parent.width
                    wrapMode: Text.Wrap
                }
            }

            SecondaryButton {
                id: deed

                anchors.right: parent.right
                anchors.rightMargin: Theme.gap
                anchors.verticalCenter: parent.verticalCenter
                implicitHeight: Theme.touch
                objectName: grid.act + "_" + card.ref
                text: MaintenanceTexts.acts[grid.act] ?? ""
                visible: grid.act !== "" && card.ref > 0
                width: card.width * 0.4

                onTapped: grid.intent("act_on", {
                    "code": grid.act,
                    "what": "",
                    "amount": card.ref
                })
            }

            StatusChip {
                id: chip

                anchors.right: parent.right
                anchors.rightMargin: Theme.gap
                anchors.verticalCenter: parent.verticalCenter
                icon: MaintenanceTexts.toneIcon(card.tone)
                room: card.width * 0.46
                text: MaintenanceTexts.state(card.word)
                tone: card.tone
                visible: card.word !== "" && !deed.visible
            }
        }
    }
}
