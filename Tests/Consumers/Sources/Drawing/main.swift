import Relata

print(GraphRenderer.isAvailable ? "can draw" : "cannot draw")
