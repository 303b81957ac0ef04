import QtQuick
import Dispensador

// A heading and a sentence: what is known, what is not, what can be done.
Rectangle {
    id: block

    property string heading
    property string text
    property string icon: "info"
    property string tone: "info"
    property string textName: ""

    color: Theme.toneGround(tone)
    implicitHeight: words.height + Theme.gapWide * 2
    radius: Theme.radiusSmall

    Icon {
        id: picture

        colour: Theme.toneText(block.tone)
        name: block.icon
        size: Theme.icon
        visible: !Theme.crowded // the words need its room
        x: Theme.gapWide
        y: Theme.gapWide
    }

    Column {
        id: words

        anchors.left: picture.visible ? picture.right : parent.left
        anchors.leftMargin: Theme.gapWide
        anchors.right: parent.right
        anchors.rightMargin: Theme.gapWide
        spacing: Theme.space / 2
        y: Theme.gapWide

        Label {
            color: Theme.toneText(block.tone)
            size: Theme.small
            text: block.heading
            weight: Font.Bold
            width: parent.width
        }

        Label {
            color: Theme.toneText(block.tone)
            objectName: block.textName
            size: Theme.landscape || Theme.crowded ? Theme.small : Theme.body
            text: block.text
            width: parent.width
        }
    }
}
