pragma ComponentBehavior: Bound

import QtQuick
import Dispensador

// Serial lines: whose each is and what it is called, what was heard there, and how sure that is.
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
            required property string name
            required property string amount
            required property string word
            required property string tone

            border.color: tone === "bad" ? Theme.bad : tone === "care" ? Theme.care : Theme.line
            height: column.height + (Theme.landscape ? Theme.space : Theme.gap)
            width: (grid.width - grid.columnSpacing * (grid.columns - 1)) / grid.columns

            Column {
                id: column

                anchors.left: parent.left
                anchors.leftMargin: Theme.gap
                anchors.right: parent.right
                anchors.rightMargin: Theme.gap
                anchors.verticalCenter: parent.verticalCenter

                Label {
                    color: Theme.soft
                    size: Theme.small
                    text: [MaintenanceTexts.rows[card.code] ?? "", card.name].join(" · ")
                    width: parent.width
                    wrapMode: Text.Wrap
                }

                Label {
                    objectName: "lineHeard_" + card.index
                    size: Theme.small
                    text: card.amount
                    visible: text !== ""
                    weight: Font.DemiBold
                    width: parent.width
                    wrapMode: Text.Wrap
                }

                Label {
                    color: Theme.toneText(card.tone)
                    objectName: "lineTrust_" + card.index
                    size: Theme.small
                    text: MaintenanceTexts.state(card.word)
                    weight: Font.DemiBold
                    width: parent.width
                }
            }
        }
    }
}
