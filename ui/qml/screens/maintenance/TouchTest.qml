pragma ComponentBehavior: Bound

import QtQuick
import "../../components"
import Dispensador

// The whole panel in fields; a finger that goes over all of them shows which ones do not answer.
SectionPage {
    id: screen

    objectName: "touchTest"
    property bool testing: false
    property int touched: 0
    property int silenceMs: 10000
    readonly property int across: Theme.landscape ? 14 : 8
    readonly property int down: Theme.landscape ? 8 : 14

    function end(): void {
        const missed = across * down - touched;
        testing = false;
        touched = 0;
        intent("touch_tested", {
            "missed": missed
        });
    }

    Column {
        spacing: Theme.gapWide
        visible: !screen.body.loading
        width: parent.width

        HintRow {
            icon: "scan-line"
            text: qsTr("The screen turns into fields. Go over every one with a finger. The test ends when all have answered, or ten seconds after the last touch.")
            width: parent.width
        }

        PrimaryButton {
            enabled: screen.body.doing === ""
            objectName: "startTouchTest"
            text: qsTr("Begin the test")
            width: parent.width

            onTapped: screen.testing = true
        }
    }

    Loader {
        active: screen.testing
        height: screen.height
        parent: screen
        sourceComponent: field
        width: screen.width
    }

    Timer {
        id: silence

        interval: screen.silenceMs
        running: screen.testing

        onTriggered: screen.end()
    }

    component Field: Rectangle {
        required property int index
        property bool touched: false

        border.color: Theme.line
        border.width: Theme.stroke
        color: touched ? Theme.good : Theme.surface
        objectName: "cell_" + index
    }

    Component {
        id: field

        Rectangle {
            id: panel

            function feel(points: var): void {
                silence.restart();
                for (const point of points) {
                    const column = Math.floor(point.x * screen.across / width);
                    const row = Math.floor(point.y * screen.down / height);
                    const cell = cells.itemAt(row * screen.across + column) as Field;
                    if (cell === null || cell.touched)
                        continue;
                    cell.touched = true;
                    screen.touched++;
                }
                if (screen.touched === screen.across * screen.down)
                    screen.end();
            }

            color: Theme.canvas
            objectName: "touchField"

            Repeater {
                id: cells

                model: screen.across * screen.down

                Field {
                    height: panel.height / screen.down
                    width: panel.width / screen.across
                    x: (index % screen.across) * width
                    y: Math.floor(index / screen.across) * height
                }
            }

            MultiPointTouchArea {
                anchors.fill: parent
                mouseEnabled: true

                onPressed: points => panel.feel(points)
                onUpdated: points => panel.feel(points)
            }
        }
    }
}
