import QtQuick
import Dispensador

// A purchase that is not settled: what it was, what is known, its code.
Rectangle {
    id: card

    required property string certificate
    required property string registration
    required property string amount
    required property string state_
    required property string recoveryCode
    required property string when

    signal tapped

    border.color: area.down ? Theme.care : "transparent"
    border.width: Theme.stroke
    color: Theme.careTint
    implicitHeight: Math.max(Theme.touch, text.height + Theme.gapWide * 2)
    objectName: "unfinishedCard"
    radius: Theme.radiusSmall

    Icon {
        id: icon

        colour: Theme.care
        name: "hourglass"
        size: Theme.iconSmall
        x: Theme.gapWide
        y: Theme.gapWide
    }

    Column {
        id: text

        anchors.left: icon.right
        anchors.leftMargin: Theme.gap
        anchors.right: arrow.left
        anchors.rightMargin: Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.space / 2

        Label {
            color: Theme.care
            size: Theme.small
            text: qsTr("%1 · %2 · %3").arg(card.certificate).arg(card.registration).arg(card.amount)
            weight: Font.Bold
            width: parent.width
        }

        Label {
            color: Theme.care
            size: Theme.small
            text: Texts.unfinished(card.state_)
            width: parent.width
        }

        Label {
            color: Theme.care
            size: Theme.small
            text: card.recoveryCode === "" ? card.when : qsTr("%1 · Code %2").arg(card.when).arg(card.recoveryCode)
            weight: Font.Medium
            width: parent.width
        }
    }

    Icon {
        id: arrow

        anchors.right: parent.right
        anchors.rightMargin: Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        colour: Theme.care
        name: "chevron-right"
        size: Theme.iconSmall
    }

    TapArea {
        id: area

        once: true

        onTapped: card.tapped()
    }
}
