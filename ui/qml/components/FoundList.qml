pragma ComponentBehavior: Bound

import QtQuick
import Dispensador

// The copies of an order found by its code, each with how it stands; two columns when there are many.
Grid {
    id: list

    property var copies: []
    property real room: 1000
    readonly property int lines: Math.ceil(copies.length / columns)
    readonly property real rowHeight: Math.max(Theme.space * 7, Math.min(Theme.space * 16, (room + rowSpacing) / Math.max(1, lines) - rowSpacing))

    columnSpacing: Theme.gap
    columns: copies.length > 4 && Theme.landscape ? 2 : 1
    rowSpacing: room / Math.max(1, lines) < Theme.space * 11 ? Theme.space : Theme.gap

    Repeater {
        model: RowModel {
            rows: list.copies.map(copy => ({
                        "certificate": copy.certificate,
                        "standing": copy.state
                    }))
        }

        Card {
            id: row

            required property string certificate
            required property string standing
            readonly property string tone: standing === "charged" ? "good" : standing === "not_charged" ? "" : "care"
            readonly property color mark: tone === "" ? Theme.soft : Theme.toneText(tone)

            height: list.rowHeight
            radius: Theme.radiusSmall
            width: (list.width - list.columnSpacing * (list.columns - 1)) / list.columns

            Icon {
                id: icon

                anchors.left: parent.left
                anchors.leftMargin: Theme.gapWide
                anchors.verticalCenter: parent.verticalCenter
                colour: row.mark
                name: row.standing === "charged" ? "circle-check" : row.standing === "not_charged" ? "ban" : "hourglass"
                size: Theme.iconSmall
            }

            Label {
                anchors.left: icon.right
                anchors.leftMargin: Theme.gap
                anchors.right: words.left
                anchors.rightMargin: Theme.gap
                anchors.verticalCenter: parent.verticalCenter
                size: Theme.landscape && row.height < Theme.space * 9 ? Math.round(Theme.small * 0.75) : Theme.small
                text: row.certificate
                weight: Font.DemiBold
            }

            Label {
                id: words

                anchors.right: parent.right
                anchors.rightMargin: Theme.gapWide
                anchors.verticalCenter: parent.verticalCenter
                color: row.mark
                objectName: "standing"
                size: Theme.small
                text: Texts.standing(row.standing)
                weight: Font.DemiBold
                wrapMode: Text.NoWrap
            }
        }
    }
}
