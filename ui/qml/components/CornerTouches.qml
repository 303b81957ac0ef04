import QtQuick
import Dispensador

// Feels touches in the four corners without taking them from anybody; nothing of it can be seen.
Item {
    id: corners

    readonly property real reach: Theme.space * 8

    signal touched(string corner)

    function cornerAt(x: real, y: real): string {
        const top = y < reach;
        const left = x < reach;
        if (!top && y < height - reach || !left && x < width - reach)
            return "";
        return (top ? "top_" : "bottom_") + (left ? "left" : "right");
    }

    PointHandler {
        enabled: corners.enabled

        onActiveChanged: {
            if (!active)
                return;
            const corner = corners.cornerAt(point.pressPosition.x, point.pressPosition.y);
            if (corner !== "")
                corners.touched(corner);
        }
    }
}
