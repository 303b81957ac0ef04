import QtQuick
import Dispensador

// A name and an amount, at the two ends of a line.
Item {
    id: row

    property string label: ""
    property string amount: ""
    property string amountName: ""
    property bool strong: false

    implicitHeight: Math.max(name.height, value.height)

    Label {
        id: name

        anchors.verticalCenter: parent.verticalCenter
        color: row.strong ? Theme.ink : Theme.soft
        size: Theme.body
        text: row.label
        weight: row.strong ? Font.DemiBold : Font.Normal
        width: parent.width - value.implicitWidth - Theme.gap
    }

    Label {
        id: value

        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        font.features: {
            "tnum": 1
        }
        objectName: row.amountName
        size: !row.strong ? Theme.body : Theme.landscape && Theme.textScale > 100 ? Theme.large : Theme.display
        text: row.amount
        weight: row.strong ? Font.Bold : Font.DemiBold
        wrapMode: Text.NoWrap
    }
}
