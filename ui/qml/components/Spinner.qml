import QtQuick
import Dispensador

// Something is on its way; stands still when motion is off, and then the hourglass alone says it.
Icon {
    id: spinner

    name: Theme.motion ? "refresh-cw" : "hourglass"
    size: Theme.icon

    RotationAnimator on rotation {
        duration: 1600
        from: 0
        loops: Animation.Infinite
        running: Theme.motion && spinner.visible
        to: 360
    }
}
