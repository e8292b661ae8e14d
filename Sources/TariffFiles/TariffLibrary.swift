import Tariffs
