import GRDB
import Bilingual
