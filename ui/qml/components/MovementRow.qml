import QtQuick
import Dispensador

// One movement of the account: what, when, how much.
Item {
    id: row

    required property string when
    required property string concept
    required property string description
    required property string amount
    required property bool incoming

    implicitHeight: text.height + Theme.gap * 2

    Rectangle {
        anchors.bottom: parent.bottom
        color: Theme.line
        height: Math.max(1, Theme.stroke / 2)
        width: parent.width
    }

    Icon {
        id: icon

        anchors.verticalCenter: parent.verticalCenter
        colour: row.incoming ? Theme.good : Theme.soft
        name: row.incoming ? "plus" : "minus"
        size: Theme.iconSmall
    }

    Column {
        id: text

        anchors.left: icon.right
        anchors.leftMargin: Theme.gap
        anchors.right: amount.left
        anchors.rightMargin: Theme.gap
        anchors.verticalCenter: parent.verticalCenter

        Label {
            elide: Text.ElideRight
            maximumLineCount: 3
            size: Theme.landscape ? Theme.small : Theme.body
            text: row.description === "" ? Texts.concept(row.concept) : qsTr("%1: %2").arg(Texts.concept(row.concept)).arg(row.description)
            weight: Font.DemiBold
            width: parent.width
        }

        Label {
            color: Theme.soft
            size: Theme.small
            text: row.when
            width: parent.width
        }
    }

    Label {
        id: amount

        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        color: row.incoming ? Theme.good : Theme.ink
        font.features: {
            "tnum": 1
        }
        text: row.amount
        weight: Font.Bold
        wrapMode: Text.NoWrap
    }
}
