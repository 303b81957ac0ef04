pragma ComponentBehavior: Bound

import QtQuick
import Dispensador

// Lines of a list: what it is and how it stands, which one, when, and why.
Grid {
    id: grid

    property var lines: []

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
            readonly property string what: MaintenanceTexts.rows[code] ?? ""
            readonly property string detail: [when, reason === "" ? "" : code === "version" ? qsTr("The machine cannot use it: %1").arg(reason) : MaintenanceTexts.reason(reason)].filter(text => text !== "").join(" · ")

            height: words.height + (Theme.landscape ? Theme.space : Theme.gap * 1.5)
            width: (grid.width - grid.columnSpacing * (grid.columns - 1)) / grid.columns

            Column {
                id: words

                anchors.left: parent.left
                anchors.leftMargin: Theme.gap
                anchors.right: chip.visible ? chip.left : parent.right
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

            StatusChip {
                id: chip

                anchors.right: parent.right
                anchors.rightMargin: Theme.gap
                anchors.verticalCenter: parent.verticalCenter
                icon: MaintenanceTexts.toneIcon(card.tone)
                room: card.width * 0.46
                text: MaintenanceTexts.state(card.word)
                tone: card.tone
                visible: card.word !== ""
            }
        }
    }
}
