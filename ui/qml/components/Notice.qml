import QtQuick
import Dispensador

// A sentence that must be read: what is wrong, or what is good to know.
Rectangle {
    id: notice

    property string text
    property string tone: "care"
    property string textName: ""
    property int size: Theme.small
    property string icon: tone === "good" ? "circle-check" : tone === "info" ? "info" : tone === "bad" ? "circle-alert" : "triangle-alert"

    color: Theme.toneGround(tone)
    implicitHeight: row.height + Theme.gapWide * 2
    radius: Theme.radiusSmall

    Row {
        id: row

        anchors.left: parent.left
        anchors.leftMargin: Theme.gapWide
        anchors.right: parent.right
        anchors.rightMargin: Theme.gapWide
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.gap

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            colour: Theme.toneText(notice.tone)
            name: notice.icon
            size: Theme.iconSmall
        }

        Label {
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.toneText(notice.tone)
            objectName: notice.textName
            size: notice.size
            text: notice.text
            weight: Font.Medium
            width: row.width - Theme.iconSmall - Theme.gap
        }
    }
}
