pragma ComponentBehavior: Bound

import QtQuick
import Dispensador

// The three things a purchase asks of a person, told before it begins.
Column {
    id: how

    spacing: Theme.gapWide

    Label {
        size: Theme.body
        text: qsTr("How to buy")
        visible: !Theme.landscape
        weight: Font.Bold
        width: parent.width
    }

    Grid {
        id: steps

        columnSpacing: Theme.gapWide
        columns: Theme.landscape ? 3 : 1
        rowSpacing: Theme.gapWide
        width: parent.width

        Repeater {
            model: [qsTr("Sign in with your document and your secure key."), qsTr("Choose the certificates and see the total."), qsTr("Type your prepaid key and take the paper.")]

            Row {
                id: row

                required property int index
                required property string modelData

                spacing: Theme.gap
                width: (steps.width - steps.columnSpacing * (steps.columns - 1)) / steps.columns

                Rectangle {
                    id: badge

                    anchors.verticalCenter: parent.verticalCenter
                    color: Theme.tint
                    height: Math.max(Theme.space * 7, number.height + Theme.space)
                    radius: height / 2
                    width: height

                    Label {
                        id: number

                        anchors.centerIn: parent
                        color: Theme.accent
                        size: Theme.body
                        text: row.index + 1
                        weight: Font.Bold
                    }
                }

                Label {
                    anchors.verticalCenter: parent.verticalCenter
                    size: Theme.landscape ? Theme.small : Theme.body
                    text: row.modelData
                    width: row.width - badge.width - row.spacing
                }
            }
        }
    }
}
