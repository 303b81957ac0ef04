pragma ComponentBehavior: Bound

import QtQuick
import Dispensador

// Ten big digits. What is typed goes out key by key; nothing is kept here.
Grid {
    id: pad

    readonly property real keyWidth: (width - columnSpacing * 2) / 3

    signal intent(string name, var args)

    columnSpacing: Theme.space * 1.5
    columns: 3
    rowSpacing: Theme.space * 1.5

    Repeater {
        model: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "clear", "0", "erase"]

        Key {
            required property string modelData

            height: Theme.padKeyHeight
            icon: modelData === "erase" ? "delete" : ""
            objectName: "key_" + modelData
            size: special ? Theme.small : Math.min(Theme.display, Math.round(Theme.padKeyHeight * 0.62))
            text: modelData === "erase" ? qsTr("Erase") : modelData === "clear" ? qsTr("Erase all") : modelData
            width: pad.keyWidth

            onTapped: {
                if (modelData === "erase" || modelData === "clear")
                    pad.intent(modelData, {});
                else
                    pad.intent("key", {
                        "char": modelData
                    });
            }
        }
    }
}
