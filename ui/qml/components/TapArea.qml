import QtQuick

// A touch: press and release in the same place. With "once" a second tap within the pause does nothing.
MouseArea {
    id: area

    property bool once: false
    readonly property bool down: pressed && containsMouse

    signal tapped

    anchors.fill: parent
    preventStealing: true

    onClicked: {
        if (once && pause.running)
            return;
        if (once)
            pause.restart();
        area.tapped();
    }

    Timer {
        id: pause

        interval: 400
    }
}
