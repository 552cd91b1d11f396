/// How two parts are joined.
enum ForeignJoint {
    case and, or, xor
}
